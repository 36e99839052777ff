import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords, type Words } from '../i18n/use-words';
import { industries } from '../places/industries';
import { areaName, industryName } from '../places/names';
import { cities } from '../places/zhejiang';
import { Field } from '../ui/field';

interface PlaceFieldProps {
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (code: string) => void;
}

/** The county of a firm, under its city. */
export function AreaField({ value, ...field }: PlaceFieldProps) {
  const { t } = useTranslation('enterprise');
  const say = useWords();
  const known = cities.some((city) => city.counties.some(({ code }) => code === value));
  return (
    <PlaceField {...field} value={value} label={t('area')} other={known ? undefined : areaName(value)}>
      {cities.map((city) => (
        <optgroup key={city.code} label={say(city)}>
          <Options places={city.counties} />
        </optgroup>
      ))}
    </PlaceField>
  );
}

/** The industry of a firm by its division; a finer code that is known already stays. */
export function IndustryField({ value, ...field }: PlaceFieldProps) {
  const { t } = useTranslation('enterprise');
  const known = industries.some(({ code }) => code === value);
  return (
    <PlaceField {...field} value={value} label={t('industry')} other={known ? undefined : industryName(value)}>
      <Options places={industries} />
    </PlaceField>
  );
}

interface ChoiceProps extends PlaceFieldProps {
  readonly label: string;
  /** Name of a value that is not among the options: it stays choosable. */
  readonly other: Words | undefined;
  readonly children: ReactNode;
}

function PlaceField({ label, value, fault, other, onChange, children }: ChoiceProps) {
  const { t } = useTranslation('enterprise');
  const say = useWords();
  return (
    <Field label={`${label} *`} {...(fault && { fault })}>
      {(control) => (
        <select
          {...control}
          className="choice"
          required
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">{t('choose')}</option>
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
