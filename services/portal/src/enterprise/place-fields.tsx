import { useTranslation } from 'react-i18next';
import { useWords } from '../i18n/use-words';
import { industries } from '../places/industries';
import { areaName, industryName } from '../places/names';
import { cities } from '../places/zhejiang';
import { Field } from '../ui/field';

interface PlaceFieldProps {
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (code: string) => void;
}

/** The county of a firm, under its city. A code from elsewhere stays choosable. */
export function AreaField({ value, fault, onChange }: PlaceFieldProps) {
  const { t } = useTranslation('enterprise');
  const say = useWords();
  const counties = cities.flatMap((city) => city.counties);
  const foreign = value !== '' && !counties.some(({ code }) => code === value);
  return (
    <Field label={`${t('area')} *`} {...(fault && { fault })}>
      {(control) => (
        <select
          {...control}
          className="choice"
          required
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">{t('choose')}</option>
          {foreign && <option value={value}>{say(areaName(value))}</option>}
          {cities.map((city) => (
            <optgroup key={city.code} label={say(city)}>
              {city.counties.map((county) => (
                <option key={county.code} value={county.code}>
                  {say(county)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The industry of a firm by its division; a finer code that is known already stays. */
export function IndustryField({ value, fault, onChange }: PlaceFieldProps) {
  const { t } = useTranslation('enterprise');
  const say = useWords();
  const finer = value !== '' && !industries.some(({ code }) => code === value);
  return (
    <Field label={`${t('industry')} *`} {...(fault && { fault })}>
      {(control) => (
        <select
          {...control}
          className="choice"
          required
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">{t('choose')}</option>
          {finer && <option value={value}>{say(industryName(value))}</option>}
          {industries.map((division) => (
            <option key={division.code} value={division.code}>
              {say(division)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
