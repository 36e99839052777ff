import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer } from '../api/answer';
import { DataTable, type Column } from '../ui/data-table';
import { Empty } from '../ui/states';
import { AnnexStatus } from './annex-status';
import { annexKey, scopeApis, type Annex, type ScopeService } from './scope-api';

const READING_MS = 2_000;

/** Annexes with what each would change; while one is read the list looks again. `base`: the page of one. */
export function Annexes({ service, base }: { service: ScopeService; base: string }) {
  const { t } = useTranslation('scope');
  const query = useInfiniteQuery({
    queryKey: [...annexKey(service), 'list'],
    queryFn: ({ pageParam }) => answer(scopeApis[service].list({ query: { limit: 50, ...pageParam } })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next ? { after: next } : undefined),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ status }) => status === 'reading')) ? READING_MS : false,
  });
  const columns: Column<Annex>[] = [
    {
      key: 'file',
      title: t('columns.file'),
      text: ({ fileName }) => fileName,
      cell: ({ id, fileName }) => <Link to={`${base}/${id}`}>{fileName}</Link>,
    },
    { key: 'cert', title: t('columns.cert'), text: ({ certNo }) => certNo },
    { key: 'valid', title: t('columns.valid'), text: ({ validFrom, validTo }) => `${validFrom} – ${validTo}` },
    {
      key: 'diff',
      title: t('columns.diff'),
      text: ({ added, changed, kept, gone }) => t('diff', { added, changed, kept, gone }),
    },
    {
      key: 'status',
      title: t('columns.status'),
      text: ({ status }) => t(`status.${status}`),
      cell: ({ status }) => <AnnexStatus status={status} />,
    },
  ];
  return <DataTable name={`annexes-${service}`} query={query} columns={columns} empty={<Empty>{t('empty')}</Empty>} />;
}
