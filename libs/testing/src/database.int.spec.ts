import { expectNoOpenTransaction } from './leaks';
import { testDatabase } from './test-database';
import type { TestDatabase } from './test-database';

describe('testDatabase', () => {
  const opened: TestDatabase[] = [];
  const open = async (): Promise<TestDatabase> => {
    const database = await testDatabase({ name: 'testing-self' });
    opened.push(database);
    return database;
  };
  afterAll(() => Promise.all(opened.map((database) => database.close())));

  it('is migrated and apart from the next one', async () => {
    const [one, other] = [await open(), await open()];
    await one.dataSource.query(`insert into calendar_year values (2030, 1, 'test', now())`);
    expect(await one.dataSource.query('select year from calendar_year')).toEqual([{ year: 2030 }]);
    expect(await other.dataSource.query('select year from calendar_year')).toEqual([]);
  });

  it('is copied within a fraction of what migrating takes', async () => {
    await open();
    const began = performance.now();
    await open();
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('reports a transaction that was left open', async () => {
    const { dataSource } = await open();
    const runner = dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('select 1');
    await expect(expectNoOpenTransaction(dataSource)).rejects.toThrow(/the end of every transaction/);
    await runner.rollbackTransaction();
    await runner.release();
    await expectNoOpenTransaction(dataSource);
  });
});
