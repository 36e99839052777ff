/**
 * What this PostgreSQL can commit durably: 16 connections, each running transactions of five round trips (begin, two
 * inserts, one update, commit) with rows of the size the pipeline writes.
 */
import type { RunningPostgres } from '@qi/embedded';
import pg from 'pg';
import { allCpu, metered } from './meters.mts';

const PAYLOAD = 'x'.repeat(600);

export interface CommitFloor {
  readonly rate: number;
  readonly cpuMs: number;
}

export async function commitFloor({ url, pid }: RunningPostgres, seconds = 8): Promise<CommitFloor> {
  const setup = new pg.Client({ connectionString: url });
  await setup.connect();
  await setup.query(
    'create table floor_a (id bigint generated always as identity primary key, body text, n int default 0)',
  );
  await setup.query('create table floor_b (id bigint generated always as identity primary key, body text)');
  let end = 0;
  let commits = 0;
  const worker = async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    while (Date.now() < end) {
      await client.query('begin');
      const { rows } = await client.query<{ id: string }>('insert into floor_a (body) values ($1) returning id', [
        PAYLOAD,
      ]);
      await client.query('insert into floor_b (body) values ($1)', [PAYLOAD]);
      await client.query('update floor_a set n = n + 1 where id = $1', [rows[0]!.id]);
      await client.query('commit');
      commits += 1;
    }
    await client.end();
  };
  let rate = 0;
  const spent = await metered(
    { db: setup, databases: [], processes: { PostgreSQL: pid, 'this process': process.pid } },
    async () => {
      const started = performance.now();
      end = Date.now() + seconds * 1000;
      await Promise.all(Array.from({ length: 16 }, worker));
      rate = commits / ((performance.now() - started) / 1000);
    },
  );
  await setup.query('drop table floor_a, floor_b');
  await setup.end();
  return { rate, cpuMs: allCpu(spent) / commits };
}
