import { newId, problems } from '@qi/kernel';
import { testDatabase } from '@qi/testing';
import type { TestDatabase } from '@qi/testing';
import { lock, together, Transactions } from '../src';
import { noteMigrations, NoteRow } from './note-service';

describe('Transactions', () => {
  let database: TestDatabase;
  let transactions: Transactions;
  beforeAll(async () => {
    database = await testDatabase({ name: 'notes', entities: [NoteRow], migrations: noteMigrations });
    transactions = new Transactions(database.dataSource);
  });
  afterAll(() => database.close());

  const create = async (): Promise<NoteRow> => {
    const row = database.dataSource.manager.create(NoteRow, { id: newId(), title: 'a', ownerSub: 's', rung: 0 });
    return database.dataSource.manager.save(row);
  };
  const gone = problems('note', { gone: { kind: 'not-found', zh: '没有', en: 'gone' } }).gone();

  it('runs the work again after a deadlock', async () => {
    const [a, b] = [await create(), await create()];
    let runs = 0;
    let firstLocks = 0;
    let release = (): void => undefined;
    const bothHoldOne = new Promise<void>((resolve) => (release = resolve));
    const swap = (first: string, second: string): Promise<void> =>
      transactions.run(async (tx) => {
        runs += 1;
        const one = await lock(tx, NoteRow, { id: first }, gone);
        if (++firstLocks === 2) release();
        await bothHoldOne;
        const other = await lock(tx, NoteRow, { id: second }, gone);
        await tx.save([Object.assign(one, { rung: one.rung + 1 }), Object.assign(other, { rung: other.rung + 1 })]);
      });
    await Promise.all([swap(a.id, b.id), swap(b.id, a.id)]);
    expect(runs).toBe(3);
    const rows = await database.dataSource.query('select rung from note where id in ($1, $2)', [a.id, b.id]);
    expect(rows).toEqual([{ rung: 2 }, { rung: 2 }]);
  });

  it('gives up on a conflict that does not pass, and at once on any other error', async () => {
    let runs = 0;
    const failing = (code: string): Promise<void> =>
      transactions.run(() => {
        runs += 1;
        return Promise.reject(Object.assign(new Error('no'), { code }));
      });
    await expect(failing('40001')).rejects.toThrow('no');
    expect(runs).toBe(4);
    await expect(failing('23505')).rejects.toThrow('no');
    expect(runs).toBe(5);
  });

  it('lets one transaction at a time have a row', async () => {
    const { id } = await create();
    const count = (): Promise<void> =>
      transactions.run(async (tx) => {
        const row = await lock(tx, NoteRow, { id }, gone);
        await tx.save(Object.assign(row, { rung: row.rung + 1 }));
      });
    await Promise.all(Array.from({ length: 20 }, count));
    expect((await database.dataSource.manager.findOneByOrFail(NoteRow, { id })).rung).toBe(20);
  });

  it('says which row is not there', async () => {
    await expect(transactions.run((tx) => lock(tx, NoteRow, { id: newId() }, gone))).rejects.toBe(gone);
  });

  it('takes statements that are sent together in their order, one round trip for all', async () => {
    const { id } = await create();
    const add = `update note set title = title || $2 where id = $1`;
    const [, seen] = await transactions.run((tx) =>
      together(
        tx.query(add, [id, 'b']),
        tx.query<{ title: string }[]>('select title from note where id = $1', [id]),
        tx.query(add, [id, 'c']),
      ),
    );
    expect(seen).toEqual([{ title: 'ab' }]);
    expect((await database.dataSource.manager.findOneByOrFail(NoteRow, { id })).title).toBe('abc');
  });

  it('names the statement at fault among those that were sent together, and undoes them all', async () => {
    const { id } = await create();
    const failing = transactions.run((tx) =>
      together(
        tx.query('update note set rung = 7 where id = $1', [id]),
        tx.query('select 1 / 0'),
        tx.query('update note set rung = 8 where id = $1', [id]),
      ),
    );
    await expect(failing).rejects.toThrow('division by zero');
    expect((await database.dataSource.manager.findOneByOrFail(NoteRow, { id })).rung).toBe(0);
  });
});
