import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { DataTable, type Column } from '../ui/data-table';
import { useDates } from '../ui/dates';
import { Page } from '../ui/page';
import { Empty } from '../ui/states';
import type { AccessEntry } from './access-log-api';
import { namesIn } from './merge';
import { filterOf, SearchForm, withCondition } from './search-form';
import { useAccessLog } from './use-access-log';
import { useAccessWords } from './use-access-words';

/** The auditor's view of every look at a firm's or a person's data. */
export function Audit() {
  const { t } = useTranslation('audit');
  const [search] = useSearchParams();
  const query = useAccessLog(filterOf(search));
  const entries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const names = namesIn(entries);
  const whoIs = (sub: string) => entries.find(({ actor }) => actor.sub === sub)?.actor.name;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <SearchForm nameOf={(id) => names.get(id) ?? whoIs(id) ?? id} />
      <DataTable name="access-log" query={query} columns={useColumns(names)} empty={<Empty>{t('empty')}</Empty>} />
    </Page>
  );
}

function useColumns(names: ReadonlyMap<string, string>): Column<AccessEntry>[] {
  const { t } = useTranslation('audit');
  const { moment } = useDates();
  const { what, why } = useAccessWords();
  const [search] = useSearchParams();
  const nameOf = ({ id }: { readonly id: string }, unknown: string) => names.get(id) ?? unknown;
  return [
    { key: 'at', title: t('columns.at'), text: ({ at }) => moment(at) },
    {
      key: 'who',
      title: t('columns.who'),
      text: ({ actor: { name, sub, organisation } }) =>
        [name, sub, organisation && nameOf(organisation, organisation.id)].filter(Boolean).join(' '),
      cell: ({ actor: { name, sub, organisation } }) => (
        <span>
          <Link to={withCondition(search, 'sub', sub)}>{name}</Link>
          {organisation && names.has(organisation.id) && <span className="quiet"> {names.get(organisation.id)}</span>}
        </span>
      ),
    },
    { key: 'what', title: t('columns.what'), text: what },
    { key: 'why', title: t('columns.why'), text: why },
    {
      key: 'owner',
      title: t('columns.owner'),
      text: ({ owner }) => [t(`owners.${owner.kind}`), nameOf(owner, ''), owner.id].filter(Boolean).join(' '),
      cell: ({ owner }) => (
        <Link to={withCondition(search, 'ownerId', owner.id)}>
          {nameOf(owner, `${t(`owners.${owner.kind}`)} …${owner.id.slice(-6)}`)}
        </Link>
      ),
    },
  ];
}
