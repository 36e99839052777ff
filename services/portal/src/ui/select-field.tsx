import { Field } from './field';

interface SelectFieldProps<Key extends string> {
  readonly label: string;
  readonly value: Key;
  readonly options: readonly { readonly key: Key; readonly title: string }[];
  readonly onChange: (key: Key) => void;
}

/** One of a few, as the browser's own list: it opens as a wheel on a phone and by letter on a keyboard. */
export function SelectField<Key extends string>({ label, value, options, onChange }: SelectFieldProps<Key>) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} className="choice" value={value} onChange={({ target }) => onChange(target.value as Key)}>
          {options.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
