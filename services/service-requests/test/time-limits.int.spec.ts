import { CalendarYearFilledV1 } from '@qi/contracts';
import { checkAfterEach, waitFor, type TestService } from '@qi/testing';
import {
  aBundle,
  aDraft,
  AJob,
  aLine,
  anAccepted,
  aPlace,
  kindsSeen,
  made,
  path,
  seen,
  taskOf,
  tell,
  type Place,
} from './case';
import { administrator, base, clerk, outboxOf, startWindow } from './window';

let window: TestService;
let place: Place;

beforeAll(async () => {
  window = await startWindow();
  place = await aPlace(window);
});
afterAll(() => window.close());
checkAfterEach(() => window.dataSource, { outbox: false });

describe('a year of the working-day calendar', () => {
  const fill = (version: number, days: object[]) =>
    window.http.put(`${base}/calendar/2031`, { days }, { as: administrator, headers: { 'if-match': `"${version}"` } });

  it('is told to every service with the change itself, and not when it was refused', async () => {
    expect((await fill(0, [{ date: '2031-01-01', working: false, name: '元旦' }])).status).toBe(200);
    expect((await fill(0, [])).status).toBe(412);
    expect((await fill(1, [])).status).toBe(200);
    const told = await outboxOf<{ year: number; version: number; days: object[] }>(window, CalendarYearFilledV1.type);
    expect(told.map(({ version, days }) => [version, days])).toEqual([
      [1, [{ date: '2031-01-01', working: false, name: '元旦' }]],
      [2, []],
    ]);
  });
});

describe('time limits', () => {
  it('are reminded, breached and escalated by the test clock', async () => {
    const { id } = await aDraft(window, place);
    await window.http.post(path(id, 'submit'), undefined, { as: place.applicant });
    await window.advance(9 * 86_400_000);
    await waitFor(
      async () =>
        expect(await kindsSeen(window, place, id)).toEqual(
          expect.arrayContaining(['clock-reminded', 'clock-breached', 'clock-escalated']),
        ) ?? true,
    );
    const late = made(
      await window.http.get<{ items: { id: string }[] }>(`${base}/service-requests?overdue=true`, { as: clerk }),
    );
    expect(late.items.map((item) => item.id)).toContain(id);
    const { clocks } = await seen(window, place, id);
    const extended = await window.http.post<{ level: number }>(
      path(id, `clocks/${clocks[0]?.id}/extend`),
      { days: 30, reason: '等待企业补充样品' },
      { as: clerk },
    );
    expect(extended.body).toMatchObject({ level: 0 });
    expect(await kindsSeen(window, place, id)).toContain('clock-extended');
  });

  it('close a completed request when the firm lets the window for rating pass', async () => {
    const accepted = await anAccepted(window, place, aBundle(place, { lines: [aLine(place.items.testing)] }));
    await tell(window, ...new AJob(taskOf(accepted, 'test')).done());
    await window.advance(25 * 86_400_000);
    await waitFor(async () => (await seen(window, place, accepted.id)).status === 'closed');
    expect(taskOf(await seen(window, place, accepted.id), 'test').status).toBe('confirmed');
  });

  it('are set by an administrator, also per item', async () => {
    const limit = { kind: 'answer', itemCode: place.items.testing, days: 4 };
    made(await window.http.put(`${base}/time-limits`, limit, { as: administrator }));
    const { items } = made(await window.http.get<{ items: unknown[] }>(`${base}/time-limits`, { as: administrator }));
    expect(items).toContainEqual(expect.objectContaining({ ...limit, version: 1 }));
    const stale = await window.http.put(`${base}/time-limits`, { ...limit, days: 5 }, { as: administrator });
    expect(stale.status).toBe(412);
    expect((await window.http.put(`${base}/time-limits`, limit, { as: clerk })).status).toBe(403);
  });
});
