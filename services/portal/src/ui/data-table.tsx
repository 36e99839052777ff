import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Export } from './export';
import { Rows } from './rows';
import { Failure, Loading } from './states';
import { useKept } from './use-kept';

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  /** The value as text: what the export writes, and what the table shows unless `cell` says otherwise. */
  readonly text: (row: T) => string;
  readonly cell?: (row: T) => ReactNode;
  readonly number?: boolean;
}

export interface Paged<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

interface DataTableProps<T> {
  /** Stable name under which the reader's choice of columns is kept. */
  readonly name: string;
  readonly query: UseInfiniteQueryResult<InfiniteData<Paged<T>>>;
  readonly columns: readonly Column<T>[];
  readonly empty: ReactNode;
}

/** A list that the server pages: a table on wide screens, a card for each row on narrow ones. */
export function DataTable<T extends { readonly id: string }>({ name, query, columns, empty }: DataTableProps<T>) {
  const { t } = useTranslation();
  const [hidden, setHidden] = useKept<readonly string[]>(`qi.columns.${name}`, []);
  if (query.isError && !query.data) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={6} />;
  const rows = query.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return empty;
  const shown = columns.filter(({ key }) => !hidden.includes(key));
  return (
    <div className="data-table">
      <div className="row table-tools">
        <span className="quiet">{t(query.hasNextPage ? 'table.rowsMore' : 'table.rows', { count: rows.length })}</span>
        <ColumnChoice columns={columns} hidden={hidden} choose={setHidden} />
        <Export name={name} query={query} columns={shown} />
      </div>
      <Rows rows={rows} columns={shown} more={query.hasNextPage} />
      {query.hasNextPage && (
        <button
          type="button"
          className="button second"
          disabled={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('more')}
        </button>
      )}
    </div>
  );
}

interface ColumnChoiceProps<T> {
  readonly columns: readonly Column<T>[];
  readonly hidden: readonly string[];
  readonly choose: (hidden: readonly string[]) => void;
}

function ColumnChoice<T>({ columns, hidden, choose }: ColumnChoiceProps<T>) {
  const { t } = useTranslation();
  return (
    <details className="popover wide-only">
      <summary>{t('table.columns')}</summary>
      <div className="popover-body">
        {columns.map(({ key, title }, index) => (
          <label key={key}>
            <input
              type="checkbox"
              disabled={index === 0}
              checked={!hidden.includes(key)}
              onChange={() => choose(hidden.includes(key) ? hidden.filter((other) => other !== key) : [...hidden, key])}
            />{' '}
            {title}
          </label>
        ))}
      </div>
    </details>
  );
}
