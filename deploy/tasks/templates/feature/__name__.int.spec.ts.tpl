import { TestClock } from '@qi/kernel';
import { Transactions } from '@qi/platform';
import { testDatabase, type TestDatabase } from '@qi/testing';
import { entities, migrations } from '../data-source';
import { __Pascal__Service } from './__name__.service';

describe('__words__ on PostgreSQL', () => {
  let database: TestDatabase;
  let service: __Pascal__Service;

  beforeAll(async () => {
    database = await testDatabase({ name: '__service__', entities, migrations });
    const clock = new TestClock(new Date('2026-11-23T01:00:00Z'));
    service = new __Pascal__Service(new Transactions(database.dataSource), database.dataSource, clock);
  });
  afterAll(() => database.close());

  it('is opened, found and closed once', async () => {
    const { id, version } = await service.open('first');
    await service.close(id, version);
    expect(await service.get(id)).toMatchObject({ name: 'first', status: 'closed' });
    await expect(service.close(id, version + 1)).rejects.toThrow('__name__/illegal-transition');
  });

  it('refuses a stale version', async () => {
    const { id } = await service.open('second');
    await expect(service.close(id, 99)).rejects.toMatchObject({ kind: 'stale' });
  });
});
