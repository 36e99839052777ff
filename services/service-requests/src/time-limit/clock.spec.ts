import { chinaCalendar, fromBusinessDate } from '@qi/kernel';
import { extend, pause, recompute, resume, startClock, stop, tick, usedMinutes, type ClockStart } from './clock';

const calendar = chinaCalendar();
const at = (date: string, time: string) => fromBusinessDate(date, time);
const by = { sub: 'c1', name: '窗口' };

function aClock(values: Partial<ClockStart> = {}) {
  const start = at('2026-11-23', '10:00');
  return startClock({ id: 'k', requestId: 'r', taskId: null, kind: 'accept', at: start, days: 1, ...values }, calendar);
}

describe('startClock', () => {
  it('is due after the working days of the limit and reminds half-way', () => {
    expect(aClock()).toMatchObject({
      dueAt: at('2026-11-24', '10:00'),
      nextAt: at('2026-11-23', '14:00'),
      provisional: false,
    });
  });

  it('starts on a Sunday with the first working minute of Monday', () => {
    expect(aClock({ at: at('2026-11-22', '15:00') }).dueAt).toEqual(at('2026-11-23', '17:00'));
  });

  it('marks a due time beyond the published calendar', () => {
    expect(aClock({ at: at('2026-12-31', '10:00'), days: 2 }).provisional).toBe(true);
  });

  it('keeps a due time that a provider was given', () => {
    const dueAt = at('2026-11-25', '09:30');
    expect(aClock({ kind: 'answer', dueAt })).toMatchObject({ dueAt, fixed: true });
  });
});

describe('tick', () => {
  it('reminds at 50 and 80 %, then breaches, then escalates each further working day up to level 3', () => {
    const seen: string[] = [];
    let clock = aClock();
    for (const now of ['23 14:00', '23 16:24', '24 10:00', '25 10:00', '26 10:00', '27 10:00']) {
      const [day, time] = now.split(' ') as [string, string];
      const change = tick(clock, at(`2026-11-${day}`, time), calendar);
      clock = { ...clock, ...change.next };
      seen.push(change.events.map(({ data }) => JSON.stringify(pick(data))).join());
    }
    expect(seen).toEqual(['{"percent":50}', '{"percent":80}', '{"level":1}', '{"level":2}', '{"level":3}', '']);
    expect(clock.nextAt).toBeNull();
  });

  it('catches up with everything that fell due during a standstill', () => {
    const { events, next } = tick(aClock(), at('2026-12-24', '10:00'), calendar);
    expect(events.map(({ type }) => type)).toEqual([
      'time-limit.reminded.v1',
      'time-limit.reminded.v1',
      'time-limit.breached.v1',
      'time-limit.breached.v1',
      'time-limit.breached.v1',
    ]);
    expect(next).toMatchObject({ level: 3, nextAt: null });
  });

  it('does nothing before its time, and nothing while paused', () => {
    const early = at('2026-11-23', '13:59');
    expect(tick(aClock(), early, calendar).events).toEqual([]);
    const paused = pause(aClock(), early, calendar);
    expect(tick(paused, at('2026-12-24', '10:00'), calendar).events).toEqual([]);
  });

  it('never calls the firm’s rating window breached', () => {
    const { events } = tick(aClock({ kind: 'rating', days: 10 }), at('2026-12-24', '10:00'), calendar);
    expect(events.map(({ type }) => type)).toEqual(['time-limit.reminded.v1', 'time-limit.reminded.v1']);
  });
});

describe('pause and resume', () => {
  it('go on with the minutes that were left', () => {
    const paused = pause(aClock(), at('2026-11-23', '12:00'), calendar);
    expect(paused).toMatchObject({ status: 'paused', usedMinutes: 120, nextAt: null });
    const resumed = resume(paused, at('2026-12-01', '09:00'), calendar);
    expect(resumed).toMatchObject({
      status: 'running',
      dueAt: at('2026-12-01', '15:00'),
      nextAt: at('2026-12-01', '11:00'),
    });
    expect(usedMinutes(resumed, at('2026-12-01', '10:00'), calendar)).toBe(180);
  });

  it('leave a clock alone that is not in the state for it', () => {
    const clock = aClock();
    expect(resume(clock, at('2026-12-01', '09:00'), calendar)).toBe(clock);
  });
});

describe('stop', () => {
  it('keeps how much was used', () => {
    const stopped = stop(aClock(), at('2026-11-23', '11:30'));
    expect(stopped).toMatchObject({ status: 'stopped', nextAt: null });
    expect(usedMinutes(stopped, at('2026-11-25', '11:30'), calendar)).toBe(90);
    expect(stop(stopped, at('2026-11-29', '11:30'))).toBe(stopped);
  });
});

describe('extend', () => {
  const extension = { days: 2, reason: '等待型号确认', by, at: at('2026-11-24', '12:00').toISOString() };

  it('moves the due time and takes a breach back that the new time undoes', () => {
    const breached = { ...aClock(), remindedPercent: 80, level: 1 };
    expect(extend(breached, extension, calendar)).toMatchObject({
      level: 0,
      remindedPercent: 0,
      dueAt: at('2026-11-26', '10:00'),
      nextAt: at('2026-11-24', '14:00'),
      extensions: [extension],
    });
  });

  it('is refused once the clock has stopped', () => {
    const stopped = stop(aClock(), at('2026-11-23', '11:30'));
    expect(() => extend(stopped, extension, calendar)).toThrow(/^time-limit\/not-running/);
  });
});

describe('recompute', () => {
  it('counts again on the calendar that was filled in', () => {
    const clock = aClock({ at: at('2026-12-31', '10:00') });
    const filled = chinaCalendar([{ date: '2027-01-01', working: false }], { filledYears: [2027] });
    expect(clock).toMatchObject({ dueAt: at('2027-01-01', '10:00'), provisional: true });
    expect(recompute(clock, filled)).toMatchObject({ dueAt: at('2027-01-04', '10:00'), provisional: false });
  });

  it('does not move a due time that others set', () => {
    const clock = aClock({ kind: 'answer', dueAt: at('2027-01-01', '10:00') });
    expect(recompute(clock, calendar)).toBe(clock);
  });
});

function pick(data: unknown): Record<string, unknown> {
  const { percent, level } = data as { percent?: number; level?: number };
  return percent ? { percent } : { level };
}
