import { fromBusinessDate } from '@qi/kernel';
import { actor, startTestService, waitFor } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { CalendarService, CalendarStore, CurrentCalendar, Transactions } from '../src';
import { noteMigrations, noteService } from './note-service';

interface Year {
  version: number;
  provisional: boolean;
  days: { date: string; working: boolean }[];
  type: string;
}

const administrator = actor('administrator');
const CALENDAR = '/api/notes/v1/calendar';

describe('the working-day calendar', () => {
  let service: TestService;
  const told: number[] = [];
  beforeAll(async () => {
    service = await startTestService(noteService, { migrations: noteMigrations, kafka: false });
    service.app.get(CalendarStore, { strict: false }).onChange(async (year) => {
      told.push(year);
    });
  });
  afterAll(() => service.close());

  const put = (year: number, version: number, days: object[], as = administrator) =>
    service.http.put<Year>(`${CALENDAR}/${year}`, { days }, { as, headers: { 'if-match': `"${version}"` } });

  it('shows the published days of a year', async () => {
    const { body } = await service.http.get<Year>(`${CALENDAR}/2026`, { as: actor('applicant') });
    expect(body).toMatchObject({ version: 0, provisional: false });
    expect(body.days).toContainEqual(expect.objectContaining({ date: '2026-10-01', working: false }));
  });

  it('reckons with a year as soon as an administrator has filled it in, and tells who depends on it', async () => {
    const calendar = service.app.get(CurrentCalendar, { strict: false });
    const newYear = fromBusinessDate('2099-12-31', '10:00');
    expect(calendar.addWorkingDays(newYear, 1)).toMatchObject({
      provisional: true,
      at: fromBusinessDate('2100-01-01', '10:00'),
    });
    expect((await put(2100, 0, [{ date: '2100-01-01', working: false, name: '元旦' }])).body.provisional).toBe(false);
    expect((await put(2099, 0, [])).status).toBe(200);
    expect(calendar.addWorkingDays(newYear, 1)).toEqual({
      provisional: false,
      at: fromBusinessDate('2100-01-04', '10:00'),
    });
    await waitFor(() => told.includes(2100) || told.includes(2099), { timeout: 5_000 });
  });

  it('keeps two administrators from overwriting each other', async () => {
    const both = await Promise.all([put(2098, 0, []), put(2098, 0, [])]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('takes a year over from the service that owns it, and never an older state of it', async () => {
    const [calendar, transactions] = [CalendarService, Transactions].map((type) =>
      service.app.get<CalendarService & Transactions>(type as never, { strict: false }),
    );
    const take = (version: number, date: string) =>
      transactions!.run((tx) =>
        calendar!.take(tx, 2095, { version, days: [{ date, working: false }], by: 'a', at: new Date() }),
      );
    await take(2, '2095-01-03');
    await take(1, '2095-01-04');
    await take(2, '2095-01-05');
    const { body } = await service.http.get<Year>(`${CALENDAR}/2095`, { as: administrator });
    expect(body).toMatchObject({ version: 2, days: [{ date: '2095-01-03', working: false }] });
  });

  it('refuses days of another year, a day twice, and anybody but administrators', async () => {
    const day = { date: '2097-01-01', working: false };
    expect((await put(2096, 0, [day])).body.type).toBe('urn:qi:problem:calendar-year/other-year');
    expect((await put(2097, 0, [day, day])).body.type).toBe('urn:qi:problem:calendar-year/day-twice');
    expect((await put(2097, 0, [{ date: '2097-02-30', working: false }])).status).toBe(400);
    expect((await put(1, 0, [])).status).toBe(400);
    expect((await put(2097, 0, [], actor('clerk'))).status).toBe(403);
    const after = await service.http.get<Year>(`${CALENDAR}/2097`, { as: administrator });
    expect(after.body.version).toBe(0);
  });
});
