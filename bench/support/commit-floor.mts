/**
 * What this PostgreSQL can commit durably: 16 connections, each running transactions of five round trips (begin, two
 * inserts, one update, commit) with rows of the size the pipeline writes.
 */
import pg from 'pg';

const PAYLOAD = 'x'.repeat(600);

export async function commitFloor(url: string, seconds = 8): Promise<number> {
  const setup = new pg.Client({ connectionString: url });
  await setup.connect();
  await setup.query(
    'create table floor_a (id bigint generated always as identity primary key, body text, n int default 0)',
  );
  await setup.query('create table floor_b (id bigint generated always as identity primary key, body text)');
  const end = Date.now() + seconds * 1000;
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
  const started = performance.now();
  await Promise.all(Array.from({ length: 16 }, worker));
  const rate = commits / ((performance.now() - started) / 1000);
  await setup.query('drop table floor_a, floor_b');
  await setup.end();
  return rate;
}
