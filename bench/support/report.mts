/** What a benchmark says: figures with goals, as a table for people and as one JSON line for machines. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** In words, such as `≤ 25`; absent for baselines and facts. */
  readonly goal?: string;
  readonly ok?: boolean;
}

type Limit = { atMost: number } | { atLeast: number };

/** A figure with or without a goal; values are rounded to four significant digits. */
export function figure(name: string, value: number, unit: string, limit?: Limit): Figure {
  const rounded = Number(value.toPrecision(4));
  if (!limit) return { name, value: rounded, unit };
  const [goal, ok] =
    'atMost' in limit ? [`≤ ${limit.atMost}`, value <= limit.atMost] : [`≥ ${limit.atLeast}`, value >= limit.atLeast];
  return { name, value: rounded, unit, goal, ok };
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}

/** p50, p95 and p99 of latencies in milliseconds. */
export function latencies(
  name: string,
  values: readonly number[],
  goals: { p50?: number; p99?: number } = {},
): Figure[] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number, goal?: number) =>
    figure(
      `${name} p${share * 100}`,
      percentile(sorted, share),
      'ms',
      goal === undefined ? undefined : { atMost: goal },
    );
  return [at(0.5, goals.p50), at(0.95), at(0.99, goals.p99)];
}

export function print(bench: string, figures: readonly Figure[], json: boolean): void {
  const cells = figures.map(({ name, value, unit, goal, ok }) => [
    name,
    String(value),
    unit,
    goal ?? '',
    ok === undefined ? '' : ok ? 'reached' : 'NOT REACHED',
  ]);
  const rows = [['figure', 'value', 'unit', 'goal', ''], ...cells];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  console.log(`\n${bench}`);
  for (const row of rows)
    console.log(
      row.map((cell, column) => (column === 1 ? cell.padStart(widths[1]!) : cell.padEnd(widths[column]!))).join('  '),
    );
  if (json) console.log(JSON.stringify({ bench, figures }));
}
