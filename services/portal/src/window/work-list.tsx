import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Button } from 'antd';
import type { ServiceRequestsRequestSummary } from '../api/generated';
import { useWords } from '../i18n/use-words';
import { useDates } from '../ui/dates';
import { Page } from '../ui/page';
import { Empty, Failure, Loading } from '../ui/states';
import { StatusTag } from '../ui/status-tag';
import { Tabs } from '../ui/tabs';
import { Preview } from './preview';
import { triageStep } from './triage-keys';
import { useCounts, useWorkList } from './use-work-list';
import { savedViews, viewKeys, type ViewKey } from './views';

/** The clerk's work: saved views with counts, rows to walk through with the keyboard, the selected one beside them. */
export function WorkList() {
  const { t } = useTranslation('window');
  const [search] = useSearchParams();
  const view = viewKeys.find((each) => each === search.get('view')) ?? 'submitted';
  const counts = useCounts().data;
  return (
    <Page title={t('list.title')} lead={t('list.lead')}>
      <Tabs
        label={t('list.views.label')}
        current={view}
        tabs={viewKeys.map((key) => ({
          key,
          title: t(`list.views.${key}`),
          count: counts && savedViews[key].count(counts),
        }))}
      />
      <Triage key={view} view={view} />
    </Page>
  );
}

function Triage({ view }: { view: ViewKey }) {
  const { t } = useTranslation('window');
  const query = useWorkList(view);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const [selected, setSelected] = useState(0);
  const [asked, setAsked] = useState<'accept' | 'return'>();
  const [help, setHelp] = useState(false);
  const navigate = useNavigate();
  const current = rows[Math.min(selected, rows.length - 1)];
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select')) return;
      const step = triageStep(event, selected, rows.length);
      if (!step) return;
      event.preventDefault();
      if (step.kind === 'select') {
        setSelected(step.index);
        setAsked(undefined);
      } else if (step.kind === 'help') setHelp((shown) => !shown);
      else if (step.kind === 'open') void navigate(`/window/requests/${current?.id}`);
      else setAsked(step.kind);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [selected, rows.length, current?.id, navigate]);
  if (query.isError && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={6} />;
  if (!current) return <Empty>{t(`list.empty.${view}`)}</Empty>;
  return (
    <div className="columns triage">
      <div className="stack">
        <Rows rows={rows} current={current.id} onSelect={setSelected} />
        {query.hasNextPage && (
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('list.more')}
          </Button>
        )}
        <Keys open={help} />
      </div>
      <Preview key={current.id} id={current.id} asked={asked} />
    </div>
  );
}

interface RowsProps {
  readonly rows: readonly ServiceRequestsRequestSummary[];
  readonly current: string;
  readonly onSelect: (index: number) => void;
}

function Rows({ rows, current, onSelect }: RowsProps) {
  const say = useWords();
  const { moment } = useDates();
  return (
    <ul className="bare triage-rows">
      {rows.map((row, index) => (
        <li key={row.id}>
          <button
            type="button"
            className="triage-row"
            aria-current={row.id === current ? 'true' : undefined}
            onClick={() => onSelect(index)}
          >
            <span className="row spread">
              <strong>{row.enterprise.name}</strong>
              <StatusTag status={row.status} />
            </span>
            <span>{row.title ?? row.problem ?? say(row.situation.words)}</span>
            <span className="row spread quiet">
              <span>{row.number}</span>
              <Due row={row}>{row.dueAt && moment(row.dueAt)}</Due>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Due({ row, children }: { row: ServiceRequestsRequestSummary; children: ReactNode }) {
  return <span className={row.overdue ? 'tone-lost' : undefined}>{children}</span>;
}

function Keys({ open }: { open: boolean }) {
  const { t } = useTranslation('window');
  return (
    <details className="quiet" open={open}>
      <summary>{t('keys.title')}</summary>
      <p>{t('keys.list')}</p>
    </details>
  );
}
