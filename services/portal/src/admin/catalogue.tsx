import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { answer } from '../api/answer';
import { serviceRequestsServiceItemList, type ServiceRequestsServiceItemResponse } from '../api/generated';
import { useWords } from '../i18n/use-words';
import { DataTable, type Column } from '../ui/data-table';
import { useDates } from '../ui/dates';
import { Page } from '../ui/page';
import { Empty } from '../ui/states';
import { Tabs } from '../ui/tabs';

const views = ['published', 'draft', 'retired'] as const;
export const itemsKey = ['service-requests', 'service-item'];

/** The catalogue as its keepers see it: what firms may ask for, what is being written, what was taken out. */
export function Catalogue() {
  const { t } = useTranslation('admin');
  const { t: tc } = useTranslation();
  const [search] = useSearchParams();
  const view = views.find((each) => each === search.get('view')) ?? 'published';
  const query = useInfiniteQuery({
    queryKey: [...itemsKey, 'kept', view],
    queryFn: ({ pageParam }) =>
      answer(serviceRequestsServiceItemList({ query: { limit: 50, status: view, ...pageParam } })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next ? { after: next } : undefined),
  });
  const fresh = (
    <Link className="button" to="/admin/catalogue/new">
      {t('catalogue.new')}
    </Link>
  );
  return (
    <Page title={t('catalogue.title')} lead={t('catalogue.lead')} actions={fresh}>
      <Tabs
        label={t('catalogue.status')}
        current={view}
        tabs={views.map((key) => ({ key, title: tc(`status.${key}`) }))}
      />
      <DataTable
        name="admin-catalogue"
        query={query}
        columns={useColumns()}
        empty={<Empty>{t('catalogue.empty')}</Empty>}
      />
    </Page>
  );
}

function useColumns(): Column<ServiceRequestsServiceItemResponse>[] {
  const { t } = useTranslation('admin');
  const { t: tc } = useTranslation();
  const say = useWords();
  const { date } = useDates();
  return [
    {
      key: 'name',
      title: t('catalogue.columns.name'),
      text: ({ name }) => say(name),
      cell: ({ id, name }) => <Link to={`/admin/catalogue/${id}`}>{say(name)}</Link>,
    },
    { key: 'element', title: t('catalogue.columns.element'), text: ({ element }) => tc(`element.${element}`) },
    {
      key: 'version',
      title: t('catalogue.columns.version'),
      text: ({ itemVersion }) => String(itemVersion),
      number: true,
    },
    {
      key: 'days',
      title: t('catalogue.columns.days'),
      text: ({ promisedDays }) => String(promisedDays),
      number: true,
    },
    { key: 'updated', title: t('catalogue.columns.updated'), text: ({ updatedAt }) => date(updatedAt), number: true },
  ];
}
