import { useTranslation } from 'react-i18next';
import type { ServiceRequestsPlannedDatesResponse } from '../api/generated';

const DAY_MS = 86_400_000;

interface PlanBarsProps {
  readonly works: readonly ServiceRequestsPlannedDatesResponse[];
  readonly nameOf: (key: string) => string;
}

/** One bar a service over the days they take together; what decides the date, and what is late, is said in words too. */
export function PlanBars({ works, nameOf }: PlanBarsProps) {
  const { t } = useTranslation('firm');
  const day = (date: string) => new Date(date).getTime() / DAY_MS;
  const first = Math.min(...works.map(({ start }) => day(start)));
  const span = Math.max(...works.map(({ finish }) => day(finish))) - first + 1;
  const share = (days: number) => `${(100 * days) / span}%`;
  return (
    <ol className="bare plan">
      {works.map(({ key, start, finish, critical, daysLate }) => (
        <li key={key}>
          <span>
            {nameOf(key)}{' '}
            <span className="quiet">
              {start} – {finish}
              {critical && ` · ${t('bundle.critical')}`}
            </span>
            {daysLate > 0 && <span className="tone-lost"> {t('bundle.late', { count: daysLate })}</span>}
          </span>
          <span
            className={['bar', critical && 'critical', daysLate > 0 && 'late'].filter(Boolean).join(' ')}
            style={{ marginLeft: share(day(start) - first), width: share(day(finish) - day(start) + 1) }}
          />
        </li>
      ))}
    </ol>
  );
}
