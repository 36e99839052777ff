import { newId } from '@qi/kernel';
import { checkAfterEach, waitFor, type TestService } from '@qi/testing';
import type { RequestResponse } from '../src/service-request/service-request.view';
import { aDraft, aLine, aPlace, made, type Place } from './case';
import { administrator, base, outboxOf, startWindow } from './window';

let window: TestService;
let place: Place;

beforeAll(async () => {
  window = await startWindow();
  place = await aPlace(window, { autoAccept: true });
});
afterAll(() => window.close());
checkAfterEach(() => window.dataSource, { outbox: false });

const draftOf = (answers: Record<string, unknown>) =>
  aDraft(window, place, { platformId: place.platformId, lines: [aLine(place.items.testing, { answers })] });
const submit = (id: string, headers: Record<string, string> = {}) =>
  window.http.post<RequestResponse>(`${base}/service-requests/${id}/submit`, undefined, {
    as: place.applicant,
    headers,
  });

describe('submissions that arrive at once', () => {
  it('are each answered for themselves: one that is refused does not hold up the others', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 24 }, (_, n) => draftOf(n % 6 === 0 ? {} : { model: `M${n}` })),
    );
    const answers = await Promise.all(drafts.map(({ id }) => submit(id)));
    answers.forEach(({ status, body }, n) => {
      expect(status).toBe(n % 6 === 0 ? 400 : 200);
      if (status === 200)
        expect(body).toMatchObject({
          id: drafts[n]?.id,
          status: 'accepted',
          version: 2,
          tasks: [{ status: 'opened' }],
        });
    });
    const opened = await outboxOf<{ requestId: string }>(window, 'task.opened.v1');
    for (const [n, { id }] of drafts.entries()) {
      expect(opened.filter(({ requestId }) => requestId === id)).toHaveLength(n % 6 === 0 ? 0 : 1);
    }
  });

  it('of one request twice take effect once', async () => {
    const { id } = await draftOf({ model: 'M' });
    const answers = await Promise.all([submit(id), submit(id), submit(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(
      made(await window.http.get<RequestResponse>(`${base}/service-requests/${id}`, { as: place.applicant })).tasks,
    ).toHaveLength(1);
  });

  it('with keys: the recorded answer comes again, and a refused one may be mended and sent with its key', async () => {
    const [good, bad] = [await draftOf({ model: 'M' }), await draftOf({})];
    const keys = [newId(), newId()];
    const send = () =>
      Promise.all([submit(good.id, { 'idempotency-key': keys[0]! }), submit(bad.id, { 'idempotency-key': keys[1]! })]);
    expect((await send()).map(({ status }) => status)).toEqual([200, 400]);
    const lines = [aLine(place.items.testing)];
    const headers = { 'if-match': '"1"' };
    made(await window.http.patch(`${base}/service-requests/${bad.id}`, { lines }, { as: place.applicant, headers }));
    expect((await send()).map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe('a batch that cannot be written as a whole', () => {
  it('is written one by one: nothing is lost with the one at fault', async () => {
    const blocked = [await draftOf({ model: 'M' }), await draftOf({ model: 'M' })];
    const gathered = await Promise.all(Array.from({ length: 6 }, (_, n) => draftOf(n === 2 ? {} : { model: 'M' })));
    const runner = window.dataSource.createQueryRunner();
    await runner.startTransaction();
    // Two batches wait for locked requests, so that all others gather behind them.
    await runner.query('select from service_request where id = any ($1) for update', [blocked.map(({ id }) => id)]);
    const first = [submit(blocked[0]!.id)];
    await waitFor(() => waitingForLocks(1));
    first.push(submit(blocked[1]!.id));
    await waitFor(() => waitingForLocks(2));
    const others = gathered.map(({ id }) => submit(id, { 'idempotency-key': id }));
    await waitFor(async () => (await claimed(gathered)) === 6);
    await runner.rollbackTransaction();
    await runner.release();
    const answers = await Promise.all([...first, ...others]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 400, 200, 200, 200]);
    for (const { body } of answers.filter(({ status }) => status === 200)) {
      const seen = await window.http.get<RequestResponse>(`${base}/service-requests/${body.id}`, {
        as: place.applicant,
      });
      expect(made(seen).tasks).toHaveLength(1);
    }
  });

  async function waitingForLocks(n: number): Promise<boolean> {
    const rows = await window.dataSource.query<unknown[]>(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows.length === n;
  }

  async function claimed(drafts: readonly RequestResponse[]): Promise<number> {
    const keys = drafts.map(({ id }) => id);
    const rows = await window.dataSource.query<unknown[]>('select from idempotency_key where key = any ($1)', [keys]);
    return rows.length;
  }
});

describe('a limit of its own', () => {
  it('of an item goes to the provider in place of the catalogue’s', async () => {
    made(
      await window.http.put(
        `${base}/time-limits`,
        { kind: 'answer', itemCode: place.items.metrology, days: 7 },
        { as: administrator },
      ),
    );
    const lines = [aLine(place.items.metrology)];
    const { id } = await aDraft(window, place, { platformId: place.platformId, lines });
    made(await submit(id));
    const opened = await outboxOf<{ requestId: string; answerWithin: number }>(window, 'task.opened.v1');
    expect(opened.find(({ requestId }) => requestId === id)?.answerWithin).toBe(7);
  });
});
