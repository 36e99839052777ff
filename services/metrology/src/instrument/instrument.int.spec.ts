import { addDays, fromBusinessDate, newId, toBusinessDate } from '@qi/kernel';
import type { Actor } from '@qi/platform';
import { actor, checkAfterEach, startTestService, waitFor } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { administrator, api, metrology } from '../../test/metrology';
import type { ProblemBody } from '../../test/metrology';
import { migrations } from '../data-source';

interface Instrument {
  readonly id: string;
  readonly enterpriseId: string;
  readonly status: string;
  readonly dueOn: string;
  readonly version: number;
}

let service: TestService;
let firm = actor('quality-manager');

beforeAll(async () => {
  service = await startTestService(metrology, { migrations, kafka: false });
});
afterAll(() => service.close());
checkAfterEach(() => service.dataSource, { outbox: false });
beforeEach(() => {
  firm = actor('quality-manager');
});

function anInstrument(changes: object = {}) {
  return {
    name: '游标卡尺',
    model: '0-150',
    serialNumber: newId(),
    measurand: '长度',
    rangeMin: '0',
    rangeMax: '150',
    unit: 'mm',
    intervalMonths: 12,
    areaCode: '330482',
    ...changes,
  };
}

const post = (path: string, body: unknown, as = firm) =>
  service.http.post<Instrument & ProblemBody>(`${api}/instruments${path}`, body, { as });
const today = () => toBusinessDate(service.clock.now());
const statusOf = async (id: string) =>
  (await service.http.get<Instrument>(`${api}/instruments/${id}`, { as: firm })).body.status;

async function until(date: string): Promise<void> {
  await service.advance(fromBusinessDate(date).getTime() - service.clock.now().getTime() + 1000);
}

describe('the ledger', () => {
  it('takes an instrument of the firm and says when it is due', async () => {
    const { status, body } = await post('', anInstrument({ lastOn: today() }));
    expect([status, body.status, body.enterpriseId]).toEqual([201, 'in-use', firm.org?.id]);
    expect(body.dueOn > addDays(today(), 360)).toBe(true);
  });

  it('counts where the standard that it is calibrated by is cited, in the areas of who asks', async () => {
    const { body } = await post('', anInstrument({ standard: 'JJG30—2012' }));
    await post('', anInstrument());
    const cited = async (as: Actor) =>
      (
        await service.http.get<{ citations: { kind: string; count: number; holders: object[] }[] }>(
          `${api}/citations?${new URLSearchParams({ standard: 'JJG 30-2012' })}`,
          { as },
        )
      ).body.citations.find(({ kind }) => kind === 'instrument');
    expect(await cited(administrator)).toEqual({
      ...{ kind: 'instrument', count: 1 },
      holders: [{ id: body.enterpriseId, name: '游标卡尺', count: 1 }],
    });
    expect((await cited(actor('administrator', { areas: ['340000'] })))?.count).toBe(0);
    expect((await cited(actor('auditor')))?.count).toBe(1);
    expect((await post('', anInstrument({ standard: '卡尺' }))).status).toBe(400);
  });

  it('holds a serial number once per firm', async () => {
    const instrument = anInstrument();
    expect((await post('', instrument)).status).toBe(201);
    expect((await post('', instrument)).status).toBe(409);
    expect((await post('', instrument, actor('quality-manager'))).status).toBe(201);
  });

  it('takes an entry for another firm from an administrator of the area only', async () => {
    const enterpriseId = newId();
    expect((await post('', anInstrument({ enterpriseId }))).status).toBe(403);
    expect((await post('', anInstrument({ enterpriseId }), administrator)).status).toBe(201);
    expect((await post('', anInstrument(), administrator)).body.type).toBe('urn:qi:problem:instrument/no-owner');
  });

  it('is closed to other firms', async () => {
    const { body } = await post('', anInstrument());
    const stranger = actor('quality-manager');
    expect((await service.http.get(`${api}/instruments/${body.id}`, { as: stranger })).status).toBe(404);
    expect((await post(`/${body.id}/scrap`, { reason: '…' }, stranger)).status).toBe(404);
    const list = await service.http.get<{ items: unknown[] }>(`${api}/instruments`, { as: stranger });
    expect(list.body.items).toEqual([]);
  });

  it('is paged by the due day', async () => {
    for (const lastOn of [addDays(today(), -30), addDays(today(), -60), addDays(today(), -90)])
      await post('', anInstrument({ lastOn }));
    const read = async (query: string) =>
      (await service.http.get<{ items: Instrument[]; next?: string }>(`${api}/instruments${query}`, { as: firm })).body;
    const first = await read('?limit=2');
    const rest = await read(`?limit=2&after=${first.next ?? ''}`);
    const due = [...first.items, ...rest.items].map(({ dueOn }) => dueOn);
    expect(due).toHaveLength(3);
    expect(due).toEqual([...due].sort());
  });
});

describe('the calendar', () => {
  it('makes an instrument due, then overdue, and a new certificate brings it back', async () => {
    const { body } = await post('', anInstrument({ lastOn: today(), intervalMonths: 3 }));
    await until(addDays(body.dueOn, -30));
    await waitFor(async () => (await statusOf(body.id)) === 'due');
    await until(addDays(body.dueOn, 1));
    await waitFor(async () => (await statusOf(body.id)) === 'overdue');
    await post(`/${body.id}/send`, {});
    const back = await post(`/${body.id}/take-back`, { on: today(), number: 'JL-2026-001' });
    expect(back.body).toMatchObject({ status: 'in-use', certificateNumber: 'JL-2026-001' });
    expect(back.body.dueOn > addDays(today(), 80)).toBe(true);
  });

  it('looks at once at an instrument that comes without a certificate', async () => {
    const { body } = await post('', anInstrument());
    await waitFor(async () => (await statusOf(body.id)) === 'due');
  });

  it('does not wake for an instrument that is away', async () => {
    const { body } = await post('', anInstrument({ lastOn: today(), intervalMonths: 2 }));
    await post(`/${body.id}/send`, {});
    const jobs: unknown[] = await service.dataSource.query('select from graphile_worker.jobs where key = $1', [
      `age-instrument:${body.id}`,
    ]);
    expect(jobs).toEqual([]);
  });
});
