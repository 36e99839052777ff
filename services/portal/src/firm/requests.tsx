import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer } from '../api/answer';
import { serviceRequestsServiceRequestList, type ServiceRequestsRequestSummary } from '../api/generated';
import { useWords } from '../i18n/use-words';
import { useMay } from '../session/use-may';
import { DataTable, type Column } from '../ui/data-table';
import { useDates } from '../ui/dates';
import { Page } from '../ui/page';
import { Empty } from '../ui/states';
import { StatusTag } from '../ui/status-tag';

export function Requests() {
  const { t } = useTranslation('firm');
  const query = useInfiniteQuery({
    queryKey: ['service-requests', 'service-request', 'list'],
    queryFn: ({ pageParam }) => answer(serviceRequestsServiceRequestList({ query: { limit: 50, ...pageParam } })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next ? { after: next } : undefined),
  });
  const newRequest = useMay()('service-requests.DraftController_create') && (
    <Link className="button" to="/firm/requests/new">
      {t('requests.new')}
    </Link>
  );
  return (
    <Page title={t('requests.title')} lead={t('requests.lead')} actions={newRequest}>
      <DataTable
        name="firm-requests"
        query={query}
        columns={useColumns()}
        empty={<Empty action={newRequest}>{t('requests.empty')}</Empty>}
      />
    </Page>
  );
}

function useColumns(): Column<ServiceRequestsRequestSummary>[] {
  const { t } = useTranslation('firm');
  const { t: tc } = useTranslation();
  const say = useWords();
  const { moment } = useDates();
  return [
    {
      key: 'number',
      title: t('requests.columns.number'),
      text: ({ number }) => number,
      cell: ({ id, number }) => (
        <Link className="code" to={`/firm/requests/${id}`}>
          {number}
        </Link>
      ),
    },
    { key: 'what', title: t('requests.columns.what'), text: ({ title, problem }) => title ?? problem ?? '' },
    {
      key: 'status',
      title: t('requests.columns.status'),
      text: ({ status }) => tc(`status.${status}`),
      cell: ({ status }) => <StatusTag status={status} />,
    },
    { key: 'turn', title: t('requests.columns.turn'), text: ({ situation }) => say(situation.words) },
    { key: 'due', title: t('requests.columns.due'), text: ({ dueAt }) => (dueAt ? moment(dueAt) : ''), number: true },
    { key: 'updated', title: t('requests.columns.updated'), text: ({ updatedAt }) => moment(updatedAt), number: true },
  ];
}
