import { spanOf } from './durations';

describe('spanOf', () => {
  it.each([
    [0, 'seconds', '0'],
    [0.04, 'seconds', '0'],
    [90, 'seconds', '90'],
    [120, 'minutes', '2'],
    [5_400, 'minutes', '90'],
    [9_000, 'hours', '2.5'],
    [172_800, 'days', '2'],
    [1_296_000, 'days', '15'],
  ])('%d s is said in %s', (seconds, unit, value) => {
    expect(spanOf(seconds)).toEqual({ unit, value });
  });
});
