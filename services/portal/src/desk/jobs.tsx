import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useWords } from '../i18n/use-words';
import { DataTable, type Column } from '../ui/data-table';
import { useDates } from '../ui/dates';
import { Page } from '../ui/page';
import { Empty } from '../ui/states';
import { StatusTag } from '../ui/status-tag';
import { Tabs } from '../ui/tabs';
import { jobStatus } from './job-status';
import type { Job } from './provider-api';
import { useJobs } from './use-jobs';

/** What waits for an answer first, then what is in work, then what is done; the choice stays in the address. */
const views = ['offered', 'accepted', 'in-progress', 'completed', 'all'] as const;
type View = (typeof views)[number];

export function Jobs() {
  const { t } = useTranslation('desk');
  const [search] = useSearchParams();
  const view = views.find((each) => each === search.get('view')) ?? 'offered';
  const query = useJobs(view === 'all' ? undefined : view);
  return (
    <Page title={t('jobs.title')} lead={t('jobs.lead')}>
      <Tabs
        label={t('jobs.views.label')}
        current={view}
        tabs={views.map((each) => ({ key: each, title: t(`jobs.views.${each}`) }))}
      />
      <DataTable
        name="desk-jobs"
        query={query}
        columns={useColumns(view)}
        empty={<Empty>{t(`jobs.empty.${view}`)}</Empty>}
      />
    </Page>
  );
}

function useColumns(view: View): Column<Job>[] {
  const { t } = useTranslation('desk');
  const { t: tc } = useTranslation();
  const say = useWords();
  const { moment } = useDates();
  const offered = view === 'offered';
  return [
    {
      key: 'number',
      title: t('jobs.columns.number'),
      text: ({ number }) => number,
      cell: ({ id, number }) => (
        <Link className="code" to={`jobs/${id}`}>
          {number}
        </Link>
      ),
    },
    { key: 'what', title: t('jobs.columns.what'), text: ({ itemName }) => say(itemName) },
    {
      key: 'client',
      title: t('jobs.columns.client'),
      text: ({ client, blindNumber }) => client?.enterpriseName ?? t('jobs.blind', { number: blindNumber }),
    },
    {
      key: 'status',
      title: t('jobs.columns.status'),
      text: ({ status }) => tc(`status.${jobStatus(status)}`),
      cell: ({ status }) => <StatusTag status={jobStatus(status)} />,
    },
    {
      key: 'due',
      title: t(offered ? 'jobs.columns.answerBy' : 'jobs.columns.promised'),
      text: ({ answerBy, promisedDate }) => (offered ? moment(answerBy) : promisedDate),
      number: true,
    },
  ];
}
