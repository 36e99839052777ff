import { CalendarYearFilledV1 } from '@qi/contracts';
import { type TestService } from '@qi/testing';
import { administrator, base, outboxOf, startWindow } from './window';

let window: TestService;

beforeAll(async () => {
  window = await startWindow();
});
afterAll(() => window.close());

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
