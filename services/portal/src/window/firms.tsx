import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer } from '../api/answer';
import {
  serviceRequestsEnterpriseList,
  serviceRequestsEnterpriseVerify,
  type ServiceRequestsEnterpriseResponse,
} from '../api/generated';
import { DataTable, type Column } from '../ui/data-table';
import { useDates } from '../ui/dates';
import { Page } from '../ui/page';
import { Empty, Failure } from '../ui/states';
import { StatusTag } from '../ui/status-tag';
import { Tabs } from '../ui/tabs';

const views = ['registered', 'verified', 'suspended'] as const;
const key = ['service-requests', 'enterprise'];

/** Firms of the window's area: those that wait to be verified come first. */
export function Firms() {
  const { t } = useTranslation('window');
  const [search] = useSearchParams();
  const view = views.find((each) => each === search.get('view')) ?? 'registered';
  const query = useInfiniteQuery({
    queryKey: [...key, 'list', view],
    queryFn: ({ pageParam }) =>
      answer(serviceRequestsEnterpriseList({ query: { limit: 50, status: view, ...pageParam } })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next ? { after: next } : undefined),
  });
  const tabs = views.map((each) => ({ key: each, title: t(`firms.views.${each}`) }));
  return (
    <Page title={t('firms.title')} lead={t('firms.lead')}>
      <Tabs label={t('firms.views.label')} current={view} tabs={tabs} />
      <DataTable name="window-firms" query={query} columns={useColumns()} empty={<Empty>{t('firms.empty')}</Empty>} />
    </Page>
  );
}

function useColumns(): Column<ServiceRequestsEnterpriseResponse>[] {
  const { t } = useTranslation('window');
  const { t: tc } = useTranslation();
  const { date } = useDates();
  return [
    { key: 'name', title: t('firms.columns.name'), text: ({ name }) => name },
    { key: 'uscc', title: t('firms.columns.uscc'), text: ({ uscc }) => uscc },
    { key: 'who', title: t('firms.columns.who'), text: ({ legalRepresentative }) => legalRepresentative },
    {
      key: 'status',
      title: t('firms.columns.status'),
      text: ({ status }) => tc(`status.${status}`),
      cell: (firm) => <Verify firm={firm} />,
    },
    { key: 'since', title: t('firms.columns.since'), text: ({ createdAt }) => date(createdAt), number: true },
  ];
}

function Verify({ firm }: { firm: ServiceRequestsEnterpriseResponse }) {
  const { t } = useTranslation('window');
  const client = useQueryClient();
  const verify = useMutation({
    mutationFn: () => answer(serviceRequestsEnterpriseVerify({ path: { id: firm.id } })),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  if (firm.status !== 'registered') return <StatusTag status={firm.status} />;
  return (
    <>
      <Button size="small" loading={verify.isPending} onClick={() => verify.mutate()}>
        {t('firms.verify')}
      </Button>
      {verify.isError && <Failure error={verify.error} />}
    </>
  );
}
