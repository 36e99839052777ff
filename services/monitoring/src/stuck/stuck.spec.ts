import { chinaCalendar } from '@qi/kernel';
import { isStuck } from './stuck';

const calendar = chinaCalendar();
const friday = new Date('2026-11-20T15:00:00+08:00');

describe('isStuck', () => {
  it('does not count the weekend against a provider that was asked on Friday', () => {
    expect(isStuck('offered', friday, new Date('2026-11-23T15:00:00+08:00'), calendar)).toBe(false);
    expect(isStuck('offered', friday, new Date('2026-11-24T15:00:01+08:00'), calendar)).toBe(true);
  });
  it('shows an unroutable task at once', () => {
    expect(isStuck('unroutable', friday, friday, calendar)).toBe(true);
  });
});
