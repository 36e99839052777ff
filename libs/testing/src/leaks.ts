import type { DataSource } from 'typeorm';
import { waitFor } from './wait-for';

/** Waits until everything that was written to the outbox has been shipped. */
export async function expectOutboxDrained(dataSource: DataSource, timeout = 10_000): Promise<void> {
  const left = (): Promise<unknown[]> => dataSource.query('select type from outbox limit 5');
  await waitFor(async () => (await left()).length === 0, { timeout, what: 'an empty outbox' });
}

/** Fails when a transaction of this database was left open, and says what it did last. */
export async function expectNoOpenTransaction(dataSource: DataSource): Promise<void> {
  await waitFor(
    async () => {
      const open = await dataSource.query<unknown[]>(
        `select query from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'`,
      );
      expect(open).toEqual([]);
      return true;
    },
    { timeout: 2_000, what: 'the end of every transaction' },
  );
}

/** Call it in `describe`: after each test, no transaction is open and, unless told otherwise, the outbox is empty. */
export function checkAfterEach(dataSource: () => DataSource, { outbox = true }: { outbox?: boolean } = {}): void {
  afterEach(async () => {
    await expectNoOpenTransaction(dataSource());
    if (outbox) await expectOutboxDrained(dataSource());
  });
}
