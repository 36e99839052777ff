import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { answer } from '../api/answer';
import { institutionsPublicInstitutionList, type InstitutionsPublicInstitutionResponse } from '../api/generated';
import { useWords } from '../i18n/use-words';
import { areaName } from '../places/names';
import { DataTable, type Column } from '../ui/data-table';
import { Page } from '../ui/page';
import { Empty } from '../ui/states';
import { SearchBox } from '../ui/search-box';

/** The library of institutions. */
export function Institutions() {
  const { t } = useTranslation('public');
  const say = useWords();
  const [search] = useSearchParams();
  const name = search.get('q') || undefined;
  const query = useInfiniteQuery({
    queryKey: ['institutions', 'institution', 'public', name],
    queryFn: ({ pageParam }) => answer(institutionsPublicInstitutionList({ query: { limit: 50, name, ...pageParam } })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next ? { after: next } : undefined),
  });
  const columns: Column<InstitutionsPublicInstitutionResponse>[] = [
    {
      key: 'name',
      title: t('institutions.columns.name'),
      text: (row) => row.name,
      cell: (row) => <Link to={`/institutions/${row.id}`}>{row.name}</Link>,
    },
    { key: 'kind', title: t('institutions.columns.kind'), text: ({ kind }) => t(`institutions.kind.${kind}`) },
    { key: 'area', title: t('institutions.columns.area'), text: ({ areaCode }) => say(areaName(areaCode)) },
    {
      key: 'sites',
      title: t('institutions.columns.sites'),
      text: ({ sites }) => sites.map(({ address }) => address).join('、'),
    },
  ];
  return (
    <Page title={t('institutions.title')} lead={t('institutions.lead')}>
      <SearchBox key={name} label={t('institutions.name')} to="/institutions" />
      <DataTable name="institutions" query={query} columns={columns} empty={<Empty>{t('institutions.empty')}</Empty>} />
    </Page>
  );
}
