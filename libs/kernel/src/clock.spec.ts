import { systemClock, TestClock } from './clock';

describe('TestClock', () => {
  it('stands still until it is moved', () => {
    const clock = new TestClock(new Date('2026-11-01T00:00:00Z'));
    expect(clock.now()).toEqual(clock.now());
    clock.advance(1500);
    expect(clock.now()).toEqual(new Date('2026-11-01T00:00:01.500Z'));
    clock.set(new Date('2026-10-31T00:00:00Z'));
    expect(clock.now()).toEqual(new Date('2026-10-31T00:00:00Z'));
  });

  it('never advances backwards', () => {
    const clock = new TestClock(new Date(0));
    expect(() => clock.advance(-1)).toThrow(RangeError);
    expect(() => clock.advance(Number.NaN)).toThrow(RangeError);
  });

  it('is not moved by whoever changes a date it gave or was given', () => {
    const start = new Date(0);
    const clock = new TestClock(start);
    start.setTime(99);
    clock.now().setTime(99);
    expect(clock.now()).toEqual(new Date(0));
  });
});

describe('systemClock', () => {
  it('tells the time of the machine', () => {
    const before = Date.now();
    expect(systemClock.now().getTime()).toBeGreaterThanOrEqual(before);
  });
});
