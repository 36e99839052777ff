import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toCsv } from './csv';
import type { Column, Paged } from './data-table';

interface ExportProps<T> {
  readonly name: string;
  readonly query: UseInfiniteQueryResult<InfiniteData<Paged<T>>>;
  readonly columns: readonly Column<T>[];
}

const formats = ['csv', 'xlsx'] as const;
type Format = (typeof formats)[number];
const types: Readonly<Record<Format, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
/** A list longer than this is for a report, not for a browser. */
const MAX_PAGES = 400;

/** The whole list under its filter, in the columns that the reader chose. */
export function Export<T>({ name, query, columns }: ExportProps<T>) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const write = async (format: Format) => {
    setBusy(true);
    const rows = await allRows(query).finally(() => setBusy(false));
    download(`${name}.${format}`, await contentOf(format, columns, rows), types[format]);
  };
  return formats.map((format) => (
    <button
      key={format}
      type="button"
      className="plain"
      disabled={busy}
      title={t('table.exportHint')}
      onClick={() => void write(format)}
    >
      {t('table.export', { format: format.toUpperCase() })}
    </button>
  ));
}

async function allRows<T>(query: UseInfiniteQueryResult<InfiniteData<Paged<T>>>): Promise<T[]> {
  let { data, hasNextPage } = query;
  for (let page = data?.pages.length ?? 0; hasNextPage && page < MAX_PAGES; page += 1) {
    const more = await query.fetchNextPage();
    if (more.isError) break;
    ({ data, hasNextPage } = more);
  }
  return data?.pages.flatMap(({ items }) => items) ?? [];
}

async function contentOf<T>(format: Format, columns: readonly Column<T>[], rows: readonly T[]): Promise<BlobPart[]> {
  if (format === 'csv') return [toCsv(columns, rows)];
  const { toXlsx } = await import('./xlsx');
  return [await toXlsx(columns, rows)];
}

function download(fileName: string, content: BlobPart[], type: string): void {
  const url = URL.createObjectURL(new Blob(content, { type }));
  Object.assign(document.createElement('a'), { href: url, download: fileName }).click();
  URL.revokeObjectURL(url);
}
