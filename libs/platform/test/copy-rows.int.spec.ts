import { testDatabase } from '@qi/testing';
import type { TestDatabase } from '@qi/testing';
import { Client } from 'pg';
import { copyInto, copyRow } from '../src';
import type { CopyCell } from '../src';
import { noteMigrations, NoteRow } from './note-service';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await testDatabase({ name: 'notes', entities: [NoteRow], migrations: noteMigrations });
  client = new Client({ connectionString: (database.dataSource.options as { url: string }).url });
  await client.connect();
  await client.query('create table copied (n integer primary key, text text)');
});
afterAll(async () => {
  await client.end();
  await database.close();
});
beforeEach(() => client.query('truncate copied'));

async function* piecesOf(rows: readonly (readonly CopyCell[])[]): AsyncIterable<string> {
  for (const row of rows) yield copyRow(row);
}
const kept = async () =>
  (await client.query<{ n: number; text: string | null }>('select * from copied order by n')).rows;

describe('copying rows into a table', () => {
  it('keeps every text as it is', async () => {
    const texts = ['儿童三轮车', 'a\tb', 'a\nb\r\n', '\\N', '\\', '', null, '\\.'];
    expect(await copyInto(client, 'copied (n, text)', piecesOf(texts.map((text, n) => [n, text])))).toBe(texts.length);
    expect(await kept()).toEqual(texts.map((text, n) => ({ n, text })));
  });

  it('all or nothing: what the table refuses leaves it as it was, and the connection usable', async () => {
    const rows = [
      [1, 'a'],
      [1, 'b'],
    ] as const;
    await expect(copyInto(client, 'copied', piecesOf(rows))).rejects.toThrow(/duplicate key/);
    await expect(copyInto(client, 'no_such_table', piecesOf(rows))).rejects.toThrow(/does not exist/);
    expect(await kept()).toEqual([]);
  });

  it('a source that breaks off is told by its own error', async () => {
    async function* broken(): AsyncIterable<string> {
      yield* piecesOf([[1, 'a']]);
      throw new Error('line 2 cannot be read');
    }
    await expect(copyInto(client, 'copied', broken())).rejects.toThrow('line 2 cannot be read');
    expect(await kept()).toEqual([]);
  });

  it('waits for a slow server instead of keeping everything in memory', async () => {
    async function* many(): AsyncIterable<string> {
      for (let n = 0; n < 300; n += 1) yield copyRow([n, 'x'.repeat(100_000)]);
    }
    expect(await copyInto(client, 'copied', many())).toBe(300);
  });
});
