import { newId } from '@qi/kernel';
import { checkAfterEach, type TestService } from '@qi/testing';
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
