import type { Column } from './data-table';

export interface RowsProps<T> {
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
}

/** What stands in a row; a phone shows the titles beside. */
export function Cells<T>({ row, columns }: { readonly row: T; readonly columns: readonly Column<T>[] }) {
  return columns.map(({ key, title, text, cell, number }) => (
    <td key={key} data-title={title} className={number ? 'number' : undefined}>
      {cell ? cell(row) : text(row)}
    </td>
  ));
}
