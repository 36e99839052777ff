/** What a run has cost: transactions and WAL fsyncs as PostgreSQL counts them, CPU time as the system does. */
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

/** Processes of one server or service, by name. */
export type ProcessIds = Readonly<Record<string, number>>;

export interface Reading {
  readonly transactions: number;
  readonly fsyncs: number;
  readonly walBytes: number;
  /** Milliseconds of CPU by name. */
  readonly cpu: Readonly<Record<string, number>>;
}

/** Backends report their counts when they are idle, a second late at most. */
const REPORTED_AFTER_MS = 1_500;
/** `sysconf(_SC_CLK_TCK)` of Linux. */
const TICK_MS = 10;

async function read(db: pg.Client, databases: readonly string[], processes: ProcessIds): Promise<Reading> {
  const cpu = Object.fromEntries(Object.entries(processes).map(([name, pid]) => [name, cpuOf(pid)]));
  await new Promise((resolve) => setTimeout(resolve, REPORTED_AFTER_MS));
  await db.query('select pg_stat_clear_snapshot()');
  const { rows } = await db.query<{ transactions: number; fsyncs: number; bytes: number }>(
    `select (select coalesce(sum(xact_commit), 0)::float8 from pg_stat_database where datname = any ($1)) as transactions,
            (select sum(fsyncs)::float8 from pg_stat_io where object = 'wal') as fsyncs,
            (select wal_bytes::float8 from pg_stat_wal) as bytes`,
    [databases],
  );
  const { transactions = 0, fsyncs = 0, bytes = 0 } = rows[0] ?? {};
  return { transactions, fsyncs, walBytes: bytes, cpu };
}

/** What `work` cost. */
export async function metered(
  { db, databases, processes }: { db: pg.Client; databases: readonly string[]; processes: ProcessIds },
  work: () => Promise<unknown>,
): Promise<Reading> {
  const before = await read(db, databases, processes);
  await work();
  return difference(before, await read(db, databases, processes));
}

/** All CPU time of a reading, milliseconds. */
export const allCpu = ({ cpu }: Reading): number => Object.values(cpu).reduce((sum, ms) => sum + ms, 0);

function difference(before: Reading, after: Reading): Reading {
  return {
    transactions: after.transactions - before.transactions,
    fsyncs: after.fsyncs - before.fsyncs,
    walBytes: after.walBytes - before.walBytes,
    cpu: Object.fromEntries(Object.entries(after.cpu).map(([name, ms]) => [name, ms - (before.cpu[name] ?? 0)])),
  };
}

/** CPU time of a process, for PostgreSQL with that of its backends, those that have ended included; 0 without /proc. */
function cpuOf(pid: number): number {
  const stats = statOfAll();
  const own = stats.get(pid);
  if (!own) return 0;
  if (pid === process.pid) return own.ticks * TICK_MS;
  const children = [...stats.values()].filter(({ parent }) => parent === pid);
  return (own.ticks + own.endedTicks + children.reduce((sum, { ticks }) => sum + ticks, 0)) * TICK_MS;
}

interface Stat {
  readonly parent: number;
  readonly ticks: number;
  readonly endedTicks: number;
}

/** proc(5): after the name in brackets come state, ppid …; utime, stime, cutime and cstime are fields 14 to 17. */
function statOfAll(): Map<number, Stat> {
  const stats = new Map<number, Stat>();
  if (process.platform !== 'linux') return stats;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = text
        .slice(text.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      const field = (n: number) => fields[n - 3] ?? 0;
      stats.set(Number(name), { parent: field(4), ticks: field(14) + field(15), endedTicks: field(16) + field(17) });
    } catch {
      // Ended since the folder was listed.
    }
  }
  return stats;
}
