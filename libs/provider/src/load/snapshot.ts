/** Which transactions were seen: those below `xmax` but for the ones that were running. */
export interface Snapshot {
  readonly xmin: number;
  readonly xmax: number;
  readonly running: ReadonlySet<number>;
}

/** Reads PostgreSQL's text of a snapshot, `xmin:xmax:running,…`. */
export function readSnapshot(text: string): Snapshot {
  const [xmin, xmax, running = ''] = text.split(':');
  return { xmin: Number(xmin), xmax: Number(xmax), running: new Set(running ? running.split(',').map(Number) : []) };
}

export function sees({ xmax, running }: Snapshot, transaction: number): boolean {
  return transaction < xmax && !running.has(transaction);
}

/** Snapshots of one database follow each other: each sees what those before it saw. */
export function bySnapshot(a: string, b: string): number {
  const [x, y] = [readSnapshot(a), readSnapshot(b)];
  return x.xmax - y.xmax || runningIn(y) - runningIn(x);
}

function runningIn({ xmax, running }: Snapshot): number {
  return [...running].filter((transaction) => transaction < xmax).length;
}
