import { together } from '@qi/platform';
import { testDatabase, type TestDatabase } from '@qi/testing';

let database: TestDatabase;
let runner: ReturnType<TestDatabase['dataSource']['createQueryRunner']>;

beforeAll(async () => {
  database = await testDatabase({ name: 'platform' });
  runner = database.dataSource.createQueryRunner();
});
afterAll(async () => {
  await runner.release();
  await database.close();
});

const prepared = async (text: string): Promise<number> => {
  const held: unknown = await runner.query('select statement from pg_prepared_statements');
  return (held as { statement: string }[]).filter(({ statement }) => statement === text).length;
};
const ask = (text: string, values: readonly unknown[]): Promise<unknown> => runner.query(text, [...values]);

it('prepares a statement that keeps coming, once on a connection, and answers as before', async () => {
  const text = 'select $1::int + 1 as n';
  await ask(text, [0]);
  expect(await prepared(text)).toBe(0);
  for (let n = 1; n < 20; n += 1) expect(await ask(text, [n])).toEqual([{ n: n + 1 }]);
  expect(await prepared(text)).toBe(1);
});

it('prepares nothing that carries its rows in its text', async () => {
  const text = `select $1::int as n /* ${'x'.repeat(4_000)} */`;
  for (let n = 0; n < 20; n += 1) await ask(text, [n]);
  expect(await prepared(text)).toBe(0);
});

it('takes a statement again whose first preparation failed within a broken transaction', async () => {
  const text = 'select $1::int * 2 as n';
  const other = await database.dataSource.createQueryRunner();
  for (let n = 0; n < 10; n += 1) await other.query(text, [n]);
  await other.release();
  await runner.startTransaction();
  await expect(together(ask('select 1 / $1::int', [0]), ask(text, [1]))).rejects.toThrow('division by zero');
  await runner.rollbackTransaction();
  expect(await ask(text, [21])).toEqual([{ n: 42 }]);
  expect(await prepared(text)).toBe(1);
});

it('plans anew when the table has changed under a prepared statement', async () => {
  await runner.query('create table shifting (id int, name text)');
  const text = 'select name from shifting where id = $1';
  for (let n = 0; n < 10; n += 1) expect(await ask(text, [n])).toEqual([]);
  await runner.query('alter table shifting add primary key (id), add column more text');
  await runner.query(`insert into shifting values (1, '一')`);
  expect(await ask(text, [1])).toEqual([{ name: '一' }]);
});
