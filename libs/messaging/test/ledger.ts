import { TaskCancelledV1 } from '@qi/contracts';
import { newId } from '@qi/kernel';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Handles, HandlesChunk, messagingEntities, messagingMigrations } from '../src';
import type { Outbox, ReceivedEvent } from '../src';

/** Numbered facts per key on the writing side, what they did on the reading side, and the comparison of the two. */

const TABLES = `
  create table if not exists counter (key uuid primary key, n int not null);
  create table if not exists effect (
    at bigserial primary key, event_id uuid not null, key uuid not null, n int not null,
    done_at timestamptz not null default clock_timestamp());
  create table if not exists outbox_copy (seq bigint, id uuid, key text);
  create or replace function copy_outbox() returns trigger language plpgsql as
    $$ begin insert into outbox_copy values (new.seq, new.id, new.key); return new; end $$;
  create or replace trigger copy_outbox after insert on outbox for each row execute function copy_outbox()`;

/** A migrated database with the ledger's tables beside those of messaging. */
export async function openLedger(url: string): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: messagingEntities,
    migrations: messagingMigrations,
    poolSize: 8,
    // As the services' own: sent queries are under way together when a server goes.
    extra: { connectionTimeoutMillis: 30_000, pipeline: true },
  });
  await dataSource.initialize();
  await dataSource.runMigrations();
  await dataSource.query(TABLES);
  return dataSource;
}

export function newKeys(count: number): string[] {
  return Array.from({ length: count }, () => newId());
}

export function factOf(key: string, n: number) {
  return TaskCancelledV1.of({
    taskId: key,
    taskNumber: 'T-1',
    requestId: key,
    requestNumber: 'R-1',
    reason: String(n),
    by: { sub: 'tester', name: 'Tester' },
    at: '2026-11-23T01:00:00.000Z',
  });
}

/** One use case: the aggregate's row is saved (and locked) first, then its fact is appended. Returns its number. */
export async function write(dataSource: DataSource, outbox: Outbox, key: string): Promise<number> {
  return dataSource.transaction(async (tx) => {
    const rows = await tx.query<{ n: number }[]>(
      'insert into counter values ($1, 1) on conflict (key) do update set n = counter.n + 1 returning n',
      [key],
    );
    const n = rows[0]?.n ?? 0;
    await outbox.add(tx, [factOf(key, n)]);
    return n;
  });
}

export async function record(tx: EntityManager, event: ReceivedEvent<typeof TaskCancelledV1>): Promise<void> {
  const { id, data } = event;
  await tx.query('insert into effect (event_id, key, n) values ($1, $2, $3)', [id, data.taskId, Number(data.reason)]);
}

/** Notes each fact. `before` may throw or wait: the place where a test lets a handler go wrong. */
export class Recorder {
  constructor(
    private readonly before: (event: ReceivedEvent<typeof TaskCancelledV1>) => Promise<void> | void = () => {},
  ) {}

  @Handles(TaskCancelledV1)
  async cancelled(event: ReceivedEvent<typeof TaskCancelledV1>, tx: EntityManager): Promise<void> {
    await record(tx, event);
    await this.before(event);
  }
}

/** The same by chunks. */
export class ChunkRecorder {
  readonly sizes: number[] = [];

  @HandlesChunk(TaskCancelledV1)
  async cancelled(events: ReceivedEvent<typeof TaskCancelledV1>[], tx: EntityManager): Promise<void> {
    this.sizes.push(events.length);
    await tx.query('insert into effect (event_id, key, n) select * from unnest($1::uuid[], $2::uuid[], $3::int[])', [
      events.map(({ id }) => id),
      events.map(({ data }) => data.taskId),
      events.map(({ data }) => Number(data.reason)),
    ]);
  }
}

export interface Comparison {
  readonly written: number;
  readonly lost: number;
  readonly doubled: number;
  readonly outOfOrder: number;
}

/** Numbers written per key against effects, in the order in which they happened. */
export async function compare(writer: DataSource, reader: DataSource): Promise<Comparison> {
  const counters = await writer.query<{ key: string; n: number }[]>('select key, n from counter');
  const effects = await reader.query<{ key: string; n: number }[]>('select key, n from effect order by at');
  const numbers = new Map<string, number[]>();
  for (const { key, n } of effects) numbers.set(key, [...(numbers.get(key) ?? []), n]);
  const sum = { written: 0, lost: 0, doubled: 0, outOfOrder: 0 };
  for (const { key, n } of counters) {
    const got = numbers.get(key) ?? [];
    sum.written += n;
    sum.lost += n - new Set(got).size;
    sum.doubled += got.length - new Set(got).size;
    sum.outOfOrder += got.filter((number, index) => index > 0 && number < (got[index - 1] ?? 0)).length;
  }
  return sum;
}

export async function countOf(dataSource: DataSource, table: string): Promise<number> {
  const rows = await dataSource.query<{ n: number }[]>(`select count(*)::int as n from ${table}`);
  return rows[0]?.n ?? 0;
}
