import { Input } from 'antd';
import { useWords, type Words } from '../i18n/use-words';
import { Field, type ControlProps } from './field';

/** A field as a catalogue author writes it: JSON Schema and the `x-` hints for its form. */
export interface FieldSchema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly 'x-label'?: Words;
  readonly 'x-hint'?: Words;
  readonly 'x-unit'?: string;
  readonly 'x-order'?: number;
  readonly 'x-widget'?: string;
  /** Words of the values of an enum. */
  readonly 'x-choices'?: Readonly<Record<string, Words>>;
}

type Say = (words: Words) => string;

/** The name of a field in the reader's language, as far as its author gave one. */
export const labelOf = (name: string, field: FieldSchema | undefined, say: Say): string =>
  field?.['x-label'] ? say(field['x-label']) : (field?.title ?? name);

/** An answer in the reader's language: the words of a choice, else the value itself. */
export function answerOf(value: unknown, field: FieldSchema | undefined, say: Say): string {
  const words = field?.['x-choices']?.[String(value)];
  return words ? say(words) : String(value);
}

export interface ObjectSchema {
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
}

type Answers = Readonly<Record<string, unknown>>;

interface SchemaFieldsProps {
  readonly schema: ObjectSchema;
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
  /** Pointer of the answers within the whole input, and the fault at a pointer. */
  readonly pointer: string;
  readonly faultAt: (pointer: string) => string | undefined;
}

/** The form of a catalogue item, as its JSON Schema says. */
export function SchemaFields({ schema, answers, onChange, pointer, faultAt }: SchemaFieldsProps) {
  const say = useWords();
  const fields = Object.entries(schema.properties ?? {}).sort(
    ([, one], [, other]) => (one['x-order'] ?? 0) - (other['x-order'] ?? 0),
  );
  const set = (name: string, value: unknown) => {
    const { [name]: _, ...others } = answers;
    onChange(value === undefined ? others : { ...others, [name]: value });
  };
  return fields.map(([name, field]) => {
    const label = labelOf(name, field, say);
    const unit = field['x-unit'] ? ` (${field['x-unit']})` : '';
    const place = `${pointer}/${name}`;
    return (
      <Field
        key={name}
        label={label + unit + (schema.required?.includes(name) ? ' *' : '')}
        hint={field['x-hint'] && say(field['x-hint'])}
        fault={faultAt(place)}
        pointer={place}
      >
        {(control) => (
          <Control field={field} control={control} value={answers[name]} set={(value) => set(name, value)} />
        )}
      </Field>
    );
  });
}

interface ControlOf {
  readonly field: FieldSchema;
  readonly control: ControlProps;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

function Control({ field, control, value, set }: ControlOf) {
  if (field.enum) return <Choice field={field} control={control} value={value} set={set} />;
  if (field.type === 'boolean')
    return (
      <input type="checkbox" {...control} checked={value === true} onChange={({ target }) => set(target.checked)} />
    );
  if (field.type === 'integer' || field.type === 'number')
    return (
      <Input
        {...control}
        type="number"
        min={field.minimum}
        max={field.maximum}
        step={field.type === 'integer' ? 1 : 'any'}
        value={typeof value === 'number' ? value : ''}
        onChange={({ target }) => set(target.value === '' ? undefined : Number(target.value))}
      />
    );
  return <TextControl field={field} control={control} value={value} set={set} />;
}

function TextControl({ field, control, value, set }: ControlOf) {
  const text = typeof value === 'string' ? value : '';
  const shared = { ...control, value: text, maxLength: field.maxLength };
  const given = ({ target }: { target: { value: string } }) => set(target.value || undefined);
  if (field['x-widget'] === 'textarea' || (field.maxLength ?? 0) > 400)
    return <Input.TextArea {...shared} rows={3} onChange={given} />;
  return <Input {...shared} type={field.format === 'date' ? 'date' : 'text'} onChange={given} />;
}

function Choice({ field, control, value, set }: ControlOf) {
  const say = useWords();
  return (
    <select
      {...control}
      className="choice"
      value={value === undefined ? '' : String(value)}
      onChange={({ target }) => set(field.enum?.find((each) => String(each) === target.value))}
    >
      <option value="" />
      {field.enum?.map((each) => (
        <option key={String(each)} value={String(each)}>
          {answerOf(each, field, say)}
        </option>
      ))}
    </select>
  );
}
