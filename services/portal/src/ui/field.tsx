import { useId, type ReactNode } from 'react';

/** What a control needs so that its label, hint and fault are read out with it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with the value, in the reader's words. */
  readonly fault?: string;
  /** Pointer under which faults name this field; summaries link to it. */
  readonly pointer?: string;
  readonly children: (control: ControlProps) => ReactNode;
}

export const fieldId = (pointer: string): string => `field${pointer.replaceAll('/', '-')}`;

/** A labelled control with its hint and its fault. */
export function Field({ label, hint, fault, pointer, children }: FieldProps) {
  const own = useId();
  const id = pointer ? fieldId(pointer) : own;
  const notes = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className={fault ? 'field faulty' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="quiet">
          {hint}
        </span>
      )}
      {children({ id, ...(notes && { 'aria-describedby': notes }), ...(fault && { 'aria-invalid': true }) })}
      {fault && (
        <span id={`${id}-fault`} className="fault">
          {fault}
        </span>
      )}
    </div>
  );
}
