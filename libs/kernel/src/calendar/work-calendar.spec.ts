import fc from 'fast-check';
import { addDays, fromBusinessDate, toBusinessDate } from './business-date';
import { publishedYears } from './published-days';
import { chinaCalendar } from './work-calendar';
import type { CalendarDay } from './published-days';

const calendar = chinaCalendar();
const at = (date: string, time: string) => fromBusinessDate(date, time);

describe('isWorkingDay', () => {
  it.each([
    ['2026-10-08', true, 'first day after the National Day holiday'],
    ['2026-10-07', false, 'last day of the holiday, a Wednesday'],
    ['2026-10-10', true, 'a Saturday worked in exchange'],
    ['2026-09-20', true, 'a Sunday worked in exchange'],
    ['2026-11-01', false, 'a plain Sunday'],
    ['2026-11-02', true, 'a plain Monday'],
  ])('%s is working: %s (%s)', (date, working) => {
    expect(calendar.isWorkingDay(date)).toBe(working);
  });

  it('takes the day of Asia/Shanghai, not of UTC', () => {
    expect(calendar.isWorkingDay(new Date('2026-11-01T15:59:59Z'))).toBe(false);
    expect(calendar.isWorkingDay(new Date('2026-11-01T16:00:00Z'))).toBe(true);
  });

  it.each(['2026-02-30', '2026-1-1', '2026-13-01', 'tomorrow', ''])('refuses %p as a date', (date) => {
    expect(() => calendar.isWorkingDay(date)).toThrow(/^calendar\/malformed-date/);
  });
});

describe('a year without a published arrangement', () => {
  const next = Math.max(...publishedYears()) + 1;

  it('counts Monday to Friday and says that it is assumed', () => {
    const newYear = `${next}-01-01`;
    expect(calendar.isProvisional(newYear)).toBe(true);
    expect(calendar.addWorkingDays(at(`${next - 1}-12-30`, '10:00'), 5).provisional).toBe(true);
    expect(calendar.addWorkingMinutes(at(`${next - 1}-12-30`, '10:00'), 5 * 480).provisional).toBe(true);
  });

  it('does not make dates before it provisional', () => {
    expect(calendar.addWorkingDays(at('2026-11-02', '10:00'), 2).provisional).toBe(false);
  });

  it('is recomputed once an administrator has filled it in', () => {
    const from = at('2026-12-31', '10:00');
    const table: CalendarDay[] = [
      { date: '2027-01-01', working: false, name: '元旦' },
      { date: '2027-01-02', working: true },
    ];
    expect(calendar.addWorkingDays(from, 1)).toEqual({ at: at('2027-01-01', '10:00'), provisional: true });
    expect(chinaCalendar(table, { filledYears: [2027] }).addWorkingDays(from, 1)).toEqual({
      at: at('2027-01-02', '10:00'),
      provisional: false,
    });
  });

  it('stays provisional when only a single closing was entered', () => {
    expect(chinaCalendar([{ date: '2027-05-20', working: false }]).isProvisional('2027-05-21')).toBe(true);
  });

  it('counts as filled when the table runs from New Year to National Day', () => {
    const filled = chinaCalendar([
      { date: '2027-01-01', working: false },
      { date: '2027-10-01', working: false },
    ]);
    expect(filled.isProvisional('2027-05-21')).toBe(false);
  });
});

describe('an administrator’s table', () => {
  it('overrules the published arrangement', () => {
    const closed = chinaCalendar([{ date: '2026-11-02', working: false, name: 'typhoon' }]);
    expect(closed.isWorkingDay('2026-11-02')).toBe(false);
    expect(closed.addWorkingDays(at('2026-10-30', '10:00'), 1).at).toEqual(at('2026-11-03', '10:00'));
  });

  it('may set other working hours', () => {
    const long = chinaCalendar([], { opens: '08:30', closes: '17:30' });
    expect(long.minutesPerDay).toBe(540);
    expect(long.addWorkingMinutes(at('2026-11-02', '17:00'), 60).at).toEqual(at('2026-11-03', '09:00'));
  });

  it('refuses hours that close before they open', () => {
    expect(() => chinaCalendar([], { opens: '17:00', closes: '09:00' })).toThrow(/^calendar\/malformed-time/);
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['keeps the clock time', '2026-11-02', '10:15', 2, '2026-11-04', '10:15'],
    ['keeps the opening time', '2026-11-02', '09:00', 2, '2026-11-04', '09:00'],
    ['skips a weekend', '2026-11-06', '10:00', 1, '2026-11-09', '10:00'],
    ['skips a holiday and uses the make-up day', '2026-09-30', '10:00', 3, '2026-10-10', '10:00'],
    ['brings a time before opening to the opening', '2026-11-02', '07:00', 1, '2026-11-03', '09:00'],
    ['brings a time after closing to the closing', '2026-11-02', '20:00', 1, '2026-11-03', '17:00'],
    ['counts from a Sunday as from the last closing', '2026-11-01', '12:00', 2, '2026-11-03', '17:00'],
    ['goes back', '2026-11-09', '10:00', -1, '2026-11-06', '10:00'],
    ['goes back from a Sunday as from the next opening', '2026-11-01', '12:00', -1, '2026-10-30', '09:00'],
    ['leaves zero days alone', '2026-11-01', '12:00', 0, '2026-11-01', '12:00'],
  ])('%s', (_, ...[date, time, days, thenDate, thenTime]) => {
    expect(calendar.addWorkingDays(at(date, time), days).at).toEqual(at(thenDate, thenTime));
  });

  it('refuses a part of a day, and a date beyond reckoning', () => {
    expect(() => calendar.addWorkingDays(new Date(0), 1.5)).toThrow(/^calendar\/not-a-number/);
    expect(() => calendar.addWorkingDays(new Date(0), 1e9)).toThrow(/^calendar\/out-of-range/);
    expect(() => calendar.addWorkingDays(new Date('nonsense'), 1)).toThrow(/^calendar\/malformed-date/);
  });
});

describe('addWorkingMinutes', () => {
  it.each([
    ['within a day', '2026-11-02', '09:30', 60, '2026-11-02', '10:30'],
    ['over the night', '2026-11-02', '16:30', 60, '2026-11-03', '09:30'],
    ['ends at closing, not at the next opening', '2026-11-02', '09:00', 480, '2026-11-02', '17:00'],
    ['from a Sunday', '2026-11-01', '03:00', 30, '2026-11-02', '09:30'],
    ['over the long holiday', '2026-09-30', '16:00', 120, '2026-10-08', '10:00'],
    ['back over the night', '2026-11-03', '09:30', -60, '2026-11-02', '16:30'],
  ])('%s', (_, ...[date, time, minutes, thenDate, thenTime]) => {
    expect(calendar.addWorkingMinutes(at(date, time), minutes).at).toEqual(at(thenDate, thenTime));
  });
});

describe('on any day from 1990 to 2060', () => {
  const instants = fc.date({ min: new Date('1990-01-01Z'), max: new Date('2060-01-01Z'), noInvalidDate: true });
  const days = fc.integer({ min: -600, max: 600 });

  it('minutes added are the minutes between', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -300_000, max: 300_000 }), (from, minutes) => {
        expect(calendar.workingMinutesBetween(from, calendar.addWorkingMinutes(from, minutes).at)).toBe(minutes);
      }),
    );
  });

  it('n working days are n times the minutes of a day', () => {
    fc.assert(
      fc.property(instants, days, (from, n) => {
        expect(calendar.workingMinutesBetween(from, calendar.addWorkingDays(from, n).at)).toBe(n * 480);
      }),
    );
  });

  it('agrees with walking day by day', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 40 }), (from, n) => {
        let date = toBusinessDate(from);
        for (let left = n; left > 0;) {
          date = addDays(date, 1);
          if (calendar.isWorkingDay(date)) left -= 1;
        }
        expect(toBusinessDate(calendar.addWorkingDays(from, n).at)).toBe(date);
      }),
    );
  });

  it('a later start never ends earlier', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 1, max: 40 }), (from, ms, n) => {
        const later = new Date(from.getTime() + ms);
        const [a, b] = [calendar.addWorkingDays(from, n).at, calendar.addWorkingDays(later, n).at];
        expect(a.getTime()).toBeLessThanOrEqual(b.getTime());
      }),
    );
  });
});

describe('workingMinutesBetween', () => {
  it('is zero over a weekend and negative backwards', () => {
    const [friday, monday] = [at('2026-11-06', '17:00'), at('2026-11-09', '09:00')];
    expect(calendar.workingMinutesBetween(friday, monday)).toBe(0);
    expect(calendar.workingMinutesBetween(at('2026-11-09', '10:00'), friday)).toBe(-60);
  });

  it('gives whole minutes', () => {
    const start = new Date('2026-11-02T02:00:00.000Z');
    expect(calendar.workingMinutesBetween(start, new Date('2026-11-02T02:01:59.999Z'))).toBe(1);
  });
});

describe('business dates', () => {
  it('turn at midnight in Shanghai', () => {
    expect(toBusinessDate(new Date('2026-10-31T15:59:59.999Z'))).toBe('2026-10-31');
    expect(toBusinessDate(new Date('2026-10-31T16:00:00.000Z'))).toBe('2026-11-01');
    expect(fromBusinessDate('2026-11-01')).toEqual(new Date('2026-10-31T16:00:00.000Z'));
  });

  it('are added over month and year ends and leap days', () => {
    expect(addDays('2026-11-22', 54)).toBe('2027-01-15');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(() => addDays('2026-01-01', 0.5)).toThrow(/^calendar\/not-a-number/);
  });
});
