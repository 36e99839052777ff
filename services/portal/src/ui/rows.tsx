import { Cells, type RowsProps } from './cells';
import { ManyRows } from './many-rows';

/** From here on only the rows in sight are there. */
const MANY = 150;

interface TableProps<T> extends RowsProps<T> {
  /** Whether the server has more rows than these. */
  readonly more: boolean;
}

/** The table itself: a card for each row on a phone. */
export function Rows<T extends { readonly id: string }>({ rows, columns, more }: TableProps<T>) {
  const many = rows.length >= MANY;
  return (
    <table {...(many && { className: 'many', 'aria-rowcount': more ? -1 : rows.length + 1 })}>
      <thead>
        <tr {...(many && { 'aria-rowindex': 1 })}>
          {columns.map(({ key, title, number }) => (
            <th key={key} scope="col" className={number ? 'number' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {many ? <ManyRows rows={rows} columns={columns} /> : <AllRows rows={rows} columns={columns} />}
    </table>
  );
}

function AllRows<T extends { readonly id: string }>({ rows, columns }: RowsProps<T>) {
  return (
    <tbody>
      {rows.map((row) => (
        <tr key={row.id}>
          <Cells row={row} columns={columns} />
        </tr>
      ))}
    </tbody>
  );
}
