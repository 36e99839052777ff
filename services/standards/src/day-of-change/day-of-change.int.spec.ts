import { addDays, fromBusinessDate, toBusinessDate } from '@qi/kernel';
import { startTestService, waitFor, type TestService } from '@qi/testing';
import { administrator, api, newTricycle, oldTricycle, standards } from '../../test/standards';
import { migrations } from '../data-source';
import { DayOfChangeTimer } from './day-of-change.timer';

let service: TestService;
let day: string;
const as = { as: administrator };

async function told(): Promise<{ type: string; data: object }[]> {
  const rows = await service.dataSource.query<{ type: string; data: string }[]>(
    `select type, data from outbox where type <> 'standard.changed.v1' order by seq`,
  );
  return rows.map(({ type, data }) => ({ type, data: JSON.parse(data) as object }));
}

beforeAll(async () => {
  service = await startTestService(standards, { migrations, kafka: false });
  day = addDays(toBusinessDate(service.clock.now()), 10);
  await service.http.post(`${api}/standards`, { ...oldTricycle, endsOn: addDays(day, -1) }, as);
  await service.http.post(`${api}/standards`, { ...newTricycle, inForceFrom: day }, as);
});
afterAll(() => service.close());

const toTheBeginningOf = (date: string) =>
  service.advance(fromBusinessDate(date).getTime() - service.clock.now().getTime());

it('says on the day, and not before, what ended and what came into force', async () => {
  const timer = service.app.get(DayOfChangeTimer);
  await timer.turn({ day });
  expect(await told()).toEqual([]);
  await toTheBeginningOf(day);
  await waitFor(async () => (await told()).length === 2, { timeout: 15_000, what: 'the facts of the day' });
  expect(await told()).toMatchObject([
    {
      type: 'standard.ended.v1',
      data: { number: 'GB 14747-2006', family: 'GB 14747', on: day, successors: ['GB/T 14747-2025'] },
    },
    {
      type: 'standard.came-into-force.v1',
      data: { number: 'GB/T 14747-2025', on: day, replaces: [{ number: 'GB 14747-2006', extent: 'whole' }] },
    },
  ]);
});

it('says it once, however often the timer runs', async () => {
  const timer = service.app.get(DayOfChangeTimer);
  await Promise.all([1, 2, 3].map(() => timer.turn({ day })));
  expect(await told()).toHaveLength(2);
});

it('says it again for a day that was moved', async () => {
  const { body } = await service.http.get<{ id: string; version: number }>(
    `${api}/public/standard?number=${encodeURIComponent('GB/T 14747-2025')}`,
  );
  const later = addDays(day, 5);
  const { status } = await service.http.put(
    `${api}/standards/${body.id}`,
    { ...newTricycle, inForceFrom: later },
    { ...as, headers: { 'if-match': `"${body.version}"` } },
  );
  expect(status).toBe(200);
  await toTheBeginningOf(later);
  await waitFor(async () => (await told()).length === 3, { timeout: 15_000, what: 'the fact of the later day' });
  expect((await told())[2]).toMatchObject({ type: 'standard.came-into-force.v1', data: { on: later } });
});
