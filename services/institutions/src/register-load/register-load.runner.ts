import { addDays, fromBusinessDate, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { copyInto, oneAhead } from '@qi/platform';
import type { Timers } from '@qi/platform';
import type { Accreditations } from '@qi/provider';
import type { Client } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { EXPIRE_SCOPE_LINES } from '../scope-line/scope-line.history';
import { batchesOf } from './register-file';
import type { RegisterBatch } from './register-file';
import { institutionsKnown } from './known-institutions.queries';
import * as sql from './register-load.sql';
import { TARGET } from './register-row';

export interface Loaded {
  added: number;
  changed: number;
  kept: number;
  gone: number;
  refused: number;
  /** The first of those refused. */
  readonly refusals: RegisterBatch['refused'][number][];
}

const BY = JSON.stringify({ sub: 'register-load', name: '台账载入' });
const GONE = { zh: '能力台账更新后不再列入', en: 'no longer listed after the register was brought up to date' };
const MOST_REFUSALS = 1_000;
const IMAGES = 1_000;
const TIMERS = 5_000;

/**
 * Takes over the register of scope of many institutions from one file, as an authority publishes it: an empty register is
 * filled in one transaction, another one is compared, some institutions at a time, and what differs gets its next version.
 * What the file says of an institution's scheme is all there is: other lines under it end. A second run changes nothing,
 * so one that broke off is simply run again.
 */
export class RegisterLoad {
  /** `dataSource` must not pipeline. */
  constructor(
    private readonly dataSource: DataSource,
    private readonly timers: Timers,
    private readonly accreditations: Accreditations,
    private readonly clock: Clock,
  ) {}

  async run(file: string, progress: (line: number) => void = () => undefined): Promise<Loaded> {
    const loaded: Loaded = { added: 0, changed: 0, kept: 0, gone: 0, refused: 0, refusals: [] };
    const today = toBusinessDate(this.clock.now());
    const batches = noting(batchesOf(file, await institutionsKnown(this.dataSource.manager), today), loaded, progress);
    const [held] = await this.dataSource.query<{ id: string }[]>('select id from scope_line limit 1');
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as Client;
    try {
      if (held) for await (const batch of oneAhead(batches)) await this.merge(runner, client, batch, loaded);
      else loaded.added = await inTransaction(runner, (tx) => this.fill(tx, client, batches));
    } finally {
      await runner.release();
    }
    return loaded;
  }

  private async fill(tx: EntityManager, client: Client, batches: AsyncIterable<RegisterBatch>): Promise<number> {
    const at = this.clock.now();
    await tx.query('lock table scope_line in access exclusive mode');
    await tx.query(`set local maintenance_work_mem = '256MB'; set local work_mem = '64MB'`);
    const taken: { make: string; drop: string }[] = [];
    for (const part of sql.TAKEN_AWAY) taken.push(...(await tx.query<typeof taken>(part)));
    for (const { drop } of taken) await tx.query(drop);
    await tx.query(`alter table scope_line disable trigger user, alter id set default uuidv7(), alter version set default 1,
      alter rev_from set default '${at.toISOString()}', alter recorded_by set default '${BY}'`);
    const added = await copyInto(client, `scope_line (${TARGET})`, textsOf(batches));
    await tx.query(`alter table scope_line alter id drop default, alter version drop default, alter rev_from drop default,
      alter recorded_by drop default`);
    for (const { make } of taken) await tx.query(make);
    await tx.query('alter table scope_line enable trigger user');
    await tx.query('analyze scope_line');
    await drawImages(tx);
    await this.awaitEnds(tx, at, sql.ENDS);
    return added;
  }

  private async merge(runner: QueryRunner, client: Client, { text, rows }: RegisterBatch, so: Loaded): Promise<void> {
    if (rows === 0) return;
    const at = this.clock.now();
    await inTransaction(runner, async (tx) => {
      await tx.query(sql.ARRIVED);
      await tx.query('truncate arrived');
      await copyInto(client, `arrived (${TARGET})`, textsOf([{ text }]));
      // Others read meanwhile; who wants to write waits for the second that this takes.
      await tx.query('lock table scope_line in share row exclusive mode');
      // Hashing both sides takes half as long as sorting them by seven columns.
      await tx.query('set local enable_mergejoin = off');
      await tx.query(sql.DIFFERING);
      await tx.query('set local enable_mergejoin = on');
      await tx.query(sql.CLOSE, [at]);
      await tx.query(sql.RENEW, [at, BY]);
      await tx.query(sql.END, [at, BY, addDays(toBusinessDate(at), -1), GONE.zh]);
      await tx.query(sql.ADD, [at, BY]);
      const [counted] = await tx.query<{ arrived: number; gone: number; added: number; changed: number }[]>(sql.COUNTS);
      const { arrived, gone, added, changed } = counted!;
      await this.awaitEnds(tx, at, sql.ENDS_OF_DIFFERING);
      for (const { id, lost } of await tx.query<{ id: string; lost: boolean }[]>(sql.CONCERNED))
        await this.accreditations.moved(tx, lost ? 'expired' : 'active', { providerId: id, cause: GONE });
      so.gone += gone;
      so.added += added;
      so.changed += changed;
      so.kept += arrived - added - changed;
    });
  }

  /** The lines of one institution that end on one day share a timer, as everywhere. */
  private async awaitEnds(tx: EntityManager, at: Date, query: string): Promise<void> {
    const ends = await tx.query<{ institutionId: string; validTo: string }[]>(query, [at]);
    for (let from = 0; from < ends.length; from += TIMERS) {
      await this.timers.scheduleAll(
        tx,
        ends.slice(from, from + TIMERS).map(({ institutionId, validTo }) => ({
          key: `${EXPIRE_SCOPE_LINES}:${institutionId}:${validTo}`,
          task: EXPIRE_SCOPE_LINES,
          payload: { institutionId },
          at: fromBusinessDate(addDays(validTo, 1)),
        })),
      );
    }
  }
}

/** The triggers that would have noted them were off. */
async function drawImages(tx: EntityManager): Promise<void> {
  const groups = await tx.query<{ ids: string[] }[]>(
    `select array_agg(id) as ids from (select id, row_number() over (order by id) / $1::int as n from institution) i group by n`,
    [IMAGES],
  );
  for (const [nth, { ids }] of groups.entries()) {
    await tx.query('select draw_institution_images($1)', [ids]);
    // Known to be large, the table of keys is hashed; unknown, it is looked into line by line.
    if (nth === 0 || nth === groups.length - 1) await tx.query('analyze scope_key, institution_image');
  }
}

async function* noting(batches: AsyncIterable<RegisterBatch>, so: Loaded, progress: (line: number) => void) {
  for await (const batch of batches) {
    so.refused += batch.refused.length;
    so.refusals.push(...batch.refused.slice(0, MOST_REFUSALS - so.refusals.length));
    progress(batch.line);
    yield batch;
  }
}

async function* textsOf(batches: AsyncIterable<{ text: string }> | Iterable<{ text: string }>): AsyncIterable<string> {
  for await (const { text } of batches) if (text !== '') yield text;
}

async function inTransaction<T>(runner: QueryRunner, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  await runner.startTransaction();
  try {
    const result = await work(runner.manager);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  }
}
