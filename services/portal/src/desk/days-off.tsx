import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Availability } from './holder-api';

const days = [1, 2, 3, 4, 5, 6, 7] as const;

interface WeekdaysProps {
  readonly weekdays: readonly number[];
  readonly onChange: (weekdays: number[]) => void;
}

export function Weekdays({ weekdays, onChange }: WeekdaysProps) {
  const { t } = useTranslation('desk');
  return (
    <fieldset className="row">
      <legend>{t('capacity.weekdays')}</legend>
      {days.map((day) => (
        <label key={day}>
          <input
            type="checkbox"
            checked={weekdays.includes(day)}
            onChange={({ target }) =>
              onChange(target.checked ? [...weekdays, day].sort() : weekdays.filter((each) => each !== day))
            }
          />{' '}
          {t(`capacity.day.${day}`)}
        </label>
      ))}
    </fieldset>
  );
}

interface ClosedDatesProps {
  readonly dates: readonly string[];
  readonly onChange: (dates: string[]) => void;
}

/** Days on which the institution is closed beside the public holidays. */
export function ClosedDates({ dates, onChange }: ClosedDatesProps) {
  const { t } = useTranslation('desk');
  const [date, setDate] = useState('');
  return (
    <fieldset className="stack">
      <legend>{t('capacity.closed')}</legend>
      {dates.length > 0 && (
        <ul className="bare row">
          {dates.map((each) => (
            <li key={each} className="row">
              {each}
              <Button size="small" onClick={() => onChange(dates.filter((other) => other !== each))}>
                {t('capacity.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <DayInput label={t('capacity.closed')} value={date} onChange={setDate} />
        <Button
          disabled={!date || dates.includes(date)}
          onClick={() => {
            onChange([...dates, date].sort());
            setDate('');
          }}
        >
          {t('capacity.add')}
        </Button>
      </div>
    </fieldset>
  );
}

type Absence = NonNullable<Availability['absences']>[number];
interface AbsencesProps {
  readonly absences: readonly Absence[];
  readonly onChange: (absences: Absence[]) => void;
}

/** Times when an expert is away. */
export function Absences({ absences, onChange }: AbsencesProps) {
  const { t } = useTranslation('desk');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  return (
    <fieldset className="stack">
      <legend>{t('capacity.absences')}</legend>
      {absences.length > 0 && (
        <ul className="bare stack">
          {absences.map((absence, index) => (
            <li key={`${absence.from} ${absence.to}`} className="row">
              {absence.from} – {absence.to}
              <Button size="small" onClick={() => onChange(absences.filter((_, at) => at !== index))}>
                {t('capacity.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <DayInput label={t('capacity.from')} value={from} onChange={setFrom} />
        –
        <DayInput label={t('capacity.to')} value={to} onChange={setTo} />
        <Button
          disabled={!from || !to || to < from}
          onClick={() => {
            onChange([...absences, { from, to }]);
            setFrom('');
            setTo('');
          }}
        >
          {t('capacity.add')}
        </Button>
      </div>
    </fieldset>
  );
}

interface DayInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

function DayInput({ label, value, onChange }: DayInputProps) {
  return (
    <Input
      type="date"
      className="short"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
