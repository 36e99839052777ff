import type { MonitoringCount } from '../api/generated';

/** Counts as bars, each labelled with its name and number: the table and the picture are one. */
export function Bars({ title, rows }: { title: string; rows: readonly MonitoringCount[] }) {
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(({ count }) => count), 1);
  return (
    <section className="card top">
      <h2>{title}</h2>
      <table className="bars">
        <tbody>
          {rows.map(({ name, count }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <meter min={0} max={most} value={count} aria-hidden="true" />
              </td>
              <td className="number">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
