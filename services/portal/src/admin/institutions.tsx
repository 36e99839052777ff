import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer } from '../api/answer';
import {
  institutionsInstitutionActivate,
  institutionsInstitutionList,
  institutionsInstitutionRefuse,
  institutionsInstitutionSuspend,
  type InstitutionsInstitutionResponse,
} from '../api/generated';
import { useWords } from '../i18n/use-words';
import { areaName } from '../places/names';
import { AskReason } from '../ui/ask-reason';
import { DataTable, type Column } from '../ui/data-table';
import { Page } from '../ui/page';
import { Empty, Failure } from '../ui/states';
import { Tabs } from '../ui/tabs';

const views = ['applied', 'active', 'suspended', 'withdrawn'] as const;
const key = ['institutions', 'institution'];

/** Institutions under review first, then those at work, suspended and withdrawn. */
export function Institutions() {
  const { t } = useTranslation('admin');
  const [search] = useSearchParams();
  const view = views.find((each) => each === search.get('view')) ?? 'applied';
  const query = useInfiniteQuery({
    queryKey: [...key, 'list', view],
    queryFn: ({ pageParam }) =>
      answer(institutionsInstitutionList({ query: { limit: 50, status: view, ...pageParam } })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next ? { after: next } : undefined),
  });
  const tabs = views.map((each) => ({ key: each, title: t(`institutions.views.${each}`) }));
  return (
    <Page title={t('institutions.title')} lead={t('institutions.lead')}>
      <Tabs label={t('institutions.views.label')} current={view} tabs={tabs} />
      <DataTable
        name="admin-institutions"
        query={query}
        columns={useColumns()}
        empty={<Empty>{t('institutions.empty')}</Empty>}
      />
    </Page>
  );
}

function useColumns(): Column<InstitutionsInstitutionResponse>[] {
  const { t } = useTranslation('admin');
  const say = useWords();
  return [
    { key: 'name', title: t('institutions.columns.name'), text: ({ name }) => name },
    { key: 'uscc', title: t('institutions.columns.uscc'), text: ({ uscc }) => uscc },
    { key: 'area', title: t('institutions.columns.area'), text: ({ areaCode }) => say(areaName(areaCode)) },
    {
      key: 'actions',
      title: t('institutions.columns.actions'),
      text: () => '',
      cell: (institution) => <Actions institution={institution} />,
    },
  ];
}

function Actions({ institution }: { institution: InstitutionsInstitutionResponse }) {
  const { t } = useTranslation('admin');
  const path = { id: institution.id };
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: key });
  const activate = useMutation({ mutationFn: () => answer(institutionsInstitutionActivate({ path })), onSettled });
  const refuse = useMutation({
    mutationFn: (reason: string) => answer(institutionsInstitutionRefuse({ path, body: { reason } })),
    onSettled,
  });
  const suspend = useMutation({
    mutationFn: (reason: string) => answer(institutionsInstitutionSuspend({ path, body: { reason } })),
    onSettled,
  });
  const failed = [activate, refuse, suspend].find(({ isError }) => isError);
  const mayStart = institution.status === 'applied' || institution.status === 'suspended';
  return (
    <div className="row">
      {mayStart && (
        <Button size="small" loading={activate.isPending} onClick={() => activate.mutate()}>
          {t('institutions.activate')}
        </Button>
      )}
      {institution.status === 'applied' && (
        <AskReason
          label={t('institutions.refuse')}
          prompt={t('institutions.why')}
          busy={refuse.isPending}
          onGiven={(reason) => refuse.mutate(reason)}
        />
      )}
      {institution.status === 'active' && (
        <AskReason
          label={t('institutions.suspend')}
          prompt={t('institutions.why')}
          busy={suspend.isPending}
          onGiven={(reason) => suspend.mutate(reason)}
        />
      )}
      {failed && <Failure error={failed.error} />}
    </div>
  );
}
