/** Where rules and services get the time from; nothing else in the platform asks the machine. */
export interface Clock {
  now(): Date;
}

/** Name under which the clock is given to whatever asks for one. */
export const CLOCK = Symbol.for('qi.clock');

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved. `advance` only goes forward; `set` may go anywhere. */
export class TestClock implements Clock {
  private ms: number;

  constructor(start: Date) {
    this.ms = start.getTime();
  }

  now(): Date {
    return new Date(this.ms);
  }

  set(to: Date): void {
    this.ms = to.getTime();
  }

  advance(ms: number): void {
    if (!(ms >= 0)) throw new RangeError(`a test clock advances by zero or more milliseconds, not ${ms}`);
    this.ms += ms;
  }
}
