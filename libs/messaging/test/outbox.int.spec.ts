import { JobAcceptedV1, TaskCancelledV1 } from '@qi/contracts';
import { newId } from '@qi/kernel';
import type { DataSource } from 'typeorm';
import { handling } from '../src/message-context';
import { Outbox } from '../src/outbox/outbox';
import { startPostgres } from '@qi/embedded';
import type { RunningPostgres } from '@qi/embedded';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countOf, factOf, openLedger } from './ledger';

const now = new Date('2026-11-23T01:00:00.000Z');
const dir = mkdtempSync(join(tmpdir(), 'qi-outbox-'));
let postgres: RunningPostgres;
let dataSource: DataSource;
let woken = 0;
const outbox = new Outbox({ service: 'service-requests', topicPrefix: 't.' }, { now: () => now }, () => (woken += 1));

beforeAll(async () => {
  postgres = await startPostgres({ dataDir: dir });
  dataSource = await openLedger(await postgres.createDatabase('outbox'));
});
beforeEach(async () => {
  await dataSource.query('truncate outbox');
  woken = 0;
});
afterAll(async () => {
  await dataSource.destroy();
  await postgres.destroy();
  rmSync(dir, { recursive: true, force: true });
});

it('appends many facts in their order with one statement, and wakes the relay once it is committed', async () => {
  const key = newId();
  await dataSource.transaction(async (tx) => {
    await outbox.add(tx, [factOf(key, 1), factOf(key, 2), factOf(key, 3)]);
    expect(woken).toBe(0);
  });
  expect(woken).toBe(1);
  const rows = await dataSource.query('select topic, key, type, subject, time, data from outbox order by seq');
  expect(rows.map(({ data }: { data: string }) => (JSON.parse(data) as { reason: string }).reason)).toEqual([
    '1',
    '2',
    '3',
  ]);
  expect(rows[0]).toMatchObject({
    topic: 't.qi.service-requests.task',
    key,
    subject: key,
    type: TaskCancelledV1.type,
    time: now,
  });
});

it('leaves nothing and wakes nobody when the transaction fails, or an inner one does', async () => {
  const failing = dataSource.transaction(async (tx) => {
    await outbox.add(tx, [factOf(newId(), 1)]);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(woken).toBe(0);
  await dataSource.transaction(async (tx) => {
    await tx.transaction((inner) => outbox.add(inner, [factOf(newId(), 1)]));
    expect(woken).toBe(0);
  });
  expect(woken).toBe(1);
  expect(await countOf(dataSource, 'outbox')).toBe(1);
});

it('carries on the trace of the fact that is being handled', async () => {
  await handling.run({ traceparent: '00-aa-bb-01', correlationId: 'c-9' }, () =>
    dataSource.transaction((tx) => outbox.add(tx, [factOf(newId(), 1)])),
  );
  const [row] = await dataSource.query('select headers from outbox');
  expect(row).toEqual({ headers: { traceparent: '00-aa-bb-01', ce_correlationid: 'c-9' } });
});

describe('a fault in the program is refused before anything is written', () => {
  const add = (event: { type: string; data: unknown }) => dataSource.transaction((tx) => outbox.add(tx, [event]));

  it('no contract', () => expect(add({ type: 'task.danced.v1', data: {} })).rejects.toThrow('no contract'));
  it('another service’s fact', () =>
    expect(add({ type: JobAcceptedV1.type, data: {} })).rejects.toThrow('service-requests is not a producer'));
  it('data that breaks the contract', () =>
    expect(add({ type: TaskCancelledV1.type, data: { ...factOf(newId(), 1).data, taskId: 1 } })).rejects.toThrow(
      '/taskId',
    ));
  it('more than a broker takes', () => {
    const event = factOf(newId(), 1);
    const by = { sub: 's', name: 'x'.repeat(600_000) };
    return expect(add({ ...event, data: { ...event.data, by } })).rejects.toThrow('bytes of data');
  });
  it('outside a transaction', () =>
    expect(outbox.add(dataSource.manager, [factOf(newId(), 1)])).rejects.toThrow('inside a transaction'));

  afterEach(async () => expect(await countOf(dataSource, 'outbox')).toBe(0));
});
