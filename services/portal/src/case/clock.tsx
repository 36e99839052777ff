import { useTranslation } from 'react-i18next';
import type { ServiceRequestsClockResponse } from '../api/generated';
import { useWords } from '../i18n/use-words';
import { useDates } from '../ui/dates';

/** A time limit: what is left of it in working time, or that it rests while the firm is waited for. */
export function Clock({ clock }: { clock: ServiceRequestsClockResponse }) {
  const { t } = useTranslation('case');
  const say = useWords();
  const { moment } = useDates();
  const late = clock.leftMinutes < 0;
  const left = Math.abs(Math.round(clock.leftMinutes / 60));
  const share = Math.min(100, Math.max(0, Math.round((100 * clock.usedMinutes) / Math.max(1, clock.allowedMinutes))));
  return (
    <span className="row clock">
      <meter
        className={late ? 'late' : undefined}
        min={0}
        max={100}
        value={share}
        aria-label={`${say(clock.name)} ${share}%`}
      />
      <span>{say(clock.name)}</span>
      <span className={late ? 'tone-lost' : 'quiet'}>
        {clock.status === 'paused'
          ? t('clock.paused')
          : t(late ? 'clock.late' : 'clock.left', { hours: left, at: moment(clock.dueAt) })}
      </span>
    </span>
  );
}
