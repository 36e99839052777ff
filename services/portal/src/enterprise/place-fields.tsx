import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords, type Words } from '../i18n/use-words';
import { industries } from '../places/industries';
import { areaName, industryName } from '../places/names';
import { cities } from '../places/zhejiang';
import { Field } from '../ui/field';

interface PlaceFieldProps {
  readonly value: string;
  readonly fault?: string | undefined;
  /** Where a place narrows a search it may be left open; a firm's own place is asked for under its own name. */
  readonly label?: string;
  readonly onChange: (code: string) => void;
}

/** A county, under its city. */
export function AreaField({ value, ...field }: PlaceFieldProps) {
  const { t } = useTranslation('enterprise');
  const say = useWords();
  const known = cities.some((city) => city.counties.some(({ code }) => code === value));
  return (
    <PlaceField name={t('area')} {...field} value={value} other={known ? undefined : areaName(value)}>
      {cities.map((city) => (
        <optgroup key={city.code} label={say(city)}>
          <Options places={city.counties} />
        </optgroup>
      ))}
    </PlaceField>
  );
}

/** An industry by its division; a finer code that is known already stays. */
export function IndustryField({ value, ...field }: PlaceFieldProps) {
  const { t } = useTranslation('enterprise');
  const known = industries.some(({ code }) => code === value);
  return (
    <PlaceField name={t('industry')} {...field} value={value} other={known ? undefined : industryName(value)}>
      <Options places={industries} />
    </PlaceField>
  );
}

interface ChoiceProps extends PlaceFieldProps {
  readonly name: string;
  /** Name of a value that is not among the options: it stays choosable. */
  readonly other: Words | undefined;
  readonly children: ReactNode;
}

function PlaceField({ name, label, value, fault, other, onChange, children }: ChoiceProps) {
  const { t } = useTranslation('enterprise');
  const say = useWords();
  return (
    <Field label={label ?? `${name} *`} {...(fault && { fault })}>
      {(control) => (
        <select
          {...control}
          className="choice"
          required={label === undefined}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">{t(label === undefined ? 'choose' : 'any')}</option>
          {value !== '' && other && <option value={value}>{say(other)}</option>}
          {children}
        </select>
      )}
    </Field>
  );
}

function Options({ places }: { readonly places: readonly (Words & { readonly code: string })[] }) {
  const say = useWords();
  return places.map((place) => (
    <option key={place.code} value={place.code}>
      {say(place)}
    </option>
  ));
}
