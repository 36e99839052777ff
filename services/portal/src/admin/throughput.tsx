import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer } from '../api/answer';
import {
  monitoringThroughputFigures,
  monitoringThroughputThroughput,
  type MonitoringCount,
  type MonitoringDuration,
  type MonitoringThroughput,
} from '../api/generated';
import { useWords, type Words } from '../i18n/use-words';
import type { common } from '../i18n/common';
import { Page } from '../ui/page';
import { Answer } from '../ui/states';
import { Tabs } from '../ui/tabs';
import { Bars } from './bars';
import { spanOf } from './durations';

const periods = ['7', '30', '90', '365'] as const;
const DAY = 86_400_000;

/** What flows: one row from coming in to confirmed, times beside it, and what they are spread over. */
export function Throughput() {
  const { t } = useTranslation('admin');
  const [search] = useSearchParams();
  const days = periods.find((each) => each === search.get('days')) ?? '30';
  const query = useQuery({
    queryKey: ['monitoring', 'throughput', days],
    queryFn: () => answer(monitoringThroughputThroughput({ query: { from: daysAgo(Number(days)) } })),
  });
  return (
    <Page title={t('throughput.title')} lead={t('throughput.lead')}>
      <Tabs
        label={t('throughput.period')}
        parameter="days"
        current={days}
        tabs={periods.map((key) => ({ key, title: t('throughput.days', { count: Number(key) }) }))}
      />
      <Answer query={query}>{(figures) => <Figures figures={figures} />}</Answer>
    </Page>
  );
}

const daysAgo = (days: number) => new Date(Date.now() - days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);

function Figures({ figures }: { figures: MonitoringThroughput }) {
  const { t } = useTranslation('admin');
  const total = (counts: readonly MonitoringCount[]) => counts.reduce((sum, { count }) => sum + count, 0);
  const done = figures.tasksByStatus.find(({ name }) => name === 'confirmed')?.count ?? 0;
  return (
    <>
      <div className="flow">
        <Step title={t('throughput.requests')} count={total(figures.requestsByStatus)} />
        <Step title={t('throughput.offered')} count={figures.submitToOffer.count} time={figures.submitToOffer} />
        <Step
          title={t('throughput.accepted')}
          count={figures.submitToAcceptance.count}
          time={figures.submitToAcceptance}
        />
        <Step
          title={t('throughput.delivered')}
          count={figures.submitToCompletion.count}
          time={figures.submitToCompletion}
        />
        <Step title={t('throughput.confirmed')} count={done} />
      </div>
      <div className="cards">
        <Pair title={t('throughput.firmsServed')} {...figures.firmsServed} />
        <Pair title={t('throughput.serviceTimes')} {...figures.serviceTimes} />
      </div>
      <div className="cards">
        <StatusBars title={t('throughput.byRequest')} counts={figures.requestsByStatus} />
        <StatusBars title={t('throughput.byTask')} counts={figures.tasksByStatus} />
        <ElementBars counts={figures.tasksByElement} />
        <Bars title={t('throughput.byProvider')} rows={figures.tasksByProvider} />
      </div>
      <Definitions />
    </>
  );
}

function Step({ title, count, time }: { title: string; count: number; time?: MonitoringDuration }) {
  const { t } = useTranslation('admin');
  const say = (seconds: number) => {
    const { unit, value } = spanOf(seconds);
    return t(`span.${unit}`, { value });
  };
  return (
    <section className="card flow-step">
      <h2>{title}</h2>
      <p className="figure">{count}</p>
      {typeof time?.p50 === 'number' && typeof time.p95 === 'number' && (
        <p className="quiet">{t('throughput.times', { p50: say(time.p50), p95: say(time.p95) })}</p>
      )}
    </section>
  );
}

function Pair({ title, period, cumulative }: { title: string; period: number; cumulative: number }) {
  const { t } = useTranslation('admin');
  return (
    <section className="card">
      <h2>{title}</h2>
      <p className="figure">{period}</p>
      <p className="quiet">{t('throughput.cumulative', { count: cumulative })}</p>
    </section>
  );
}

type Common = (typeof common)['zh'];

function StatusBars({ title, counts }: { title: string; counts: readonly MonitoringCount[] }) {
  const { t } = useTranslation();
  const rows = counts.map(({ name, count }) => ({ name: t(`status.${name as keyof Common['status']}`), count }));
  return <Bars title={title} rows={rows} />;
}

function ElementBars({ counts }: { counts: readonly MonitoringCount[] }) {
  const { t } = useTranslation();
  const { t: ta } = useTranslation('admin');
  const rows = counts.map(({ name, count }) => ({ name: t(`element.${name as keyof Common['element']}`), count }));
  return <Bars title={ta('throughput.byElement')} rows={rows} />;
}

/** Every figure has its definition, word for word as the service counts it. */
function Definitions() {
  const { t } = useTranslation('admin');
  const say = useWords();
  const query = useQuery({
    queryKey: ['monitoring', 'figures'],
    queryFn: () => answer(monitoringThroughputFigures()),
    staleTime: Infinity,
  });
  return (
    <details>
      <summary>{t('throughput.definitions')}</summary>
      <Answer query={query}>
        {(figures) => (
          <dl className="card facts">
            {figures.map(({ name, title, definition }) => (
              <div key={name} className="fact">
                <dt>{say(title as unknown as Words)}</dt>
                <dd>{say(definition as unknown as Words)}</dd>
              </div>
            ))}
          </dl>
        )}
      </Answer>
    </details>
  );
}
