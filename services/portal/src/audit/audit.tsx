import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { DataTable, type Column } from '../ui/data-table';
import { useDates } from '../ui/dates';
import { Page } from '../ui/page';
import { Empty } from '../ui/states';
import type { AccessEntry } from './access-log-api';
import { filterOf, SearchForm, withCondition } from './search-form';
import { useAccessLog } from './use-access-log';
import { useAccessWords } from './use-access-words';

/** The auditor's view of every look at a firm's or a person's data. */
export function Audit() {
  const { t } = useTranslation('audit');
  const [search] = useSearchParams();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <SearchForm />
      <DataTable
        name="access-log"
        query={useAccessLog(filterOf(search))}
        columns={useColumns()}
        empty={<Empty>{t('empty')}</Empty>}
      />
    </Page>
  );
}

function useColumns(): Column<AccessEntry>[] {
  const { t } = useTranslation('audit');
  const { moment } = useDates();
  const { what, why } = useAccessWords();
  const [search] = useSearchParams();
  return [
    { key: 'at', title: t('columns.at'), text: ({ at }) => moment(at) },
    {
      key: 'who',
      title: t('columns.who'),
      text: ({ actor }) => `${actor.name} ${actor.sub}`,
      cell: ({ actor }) => <Link to={withCondition(search, 'sub', actor.sub)}>{actor.name}</Link>,
    },
    { key: 'what', title: t('columns.what'), text: what },
    { key: 'why', title: t('columns.why'), text: why },
    {
      key: 'owner',
      title: t('columns.owner'),
      text: ({ owner }) => `${t(`owners.${owner.kind}`)} ${owner.id}`,
      cell: ({ owner }) => (
        <Link to={withCondition(search, 'ownerId', owner.id)}>
          {t(`owners.${owner.kind}`)} …{owner.id.slice(-6)}
        </Link>
      ),
    },
  ];
}
