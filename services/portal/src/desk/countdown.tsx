import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../ui/dates';

const MINUTE = 60_000;

/** How long an offer may still be answered; counts down by the minute. */
export function Countdown({ until }: { until: string }) {
  const { t } = useTranslation('desk');
  const { moment } = useDates();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.floor((Date.parse(until) - now) / MINUTE);
  if (minutes < 0) return <span className="tone-lost">{t('countdown.over')}</span>;
  const words = { hours: Math.floor(minutes / 60), minutes: minutes % 60, at: moment(until) };
  return <span className={minutes < 4 * 60 ? 'tone-yours' : 'quiet'}>{t('countdown.left', words)}</span>;
}
