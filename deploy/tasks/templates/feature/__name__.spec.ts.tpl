import { close, open } from './__name__';

const now = new Date('2026-11-23T01:00:00Z');

describe('close', () => {
  it('remembers when', () => {
    expect(close(open('1', 'x'), now)).toEqual({ status: 'closed', closedAt: now });
  });
  it('refuses what is closed already', () => {
    const closed = { ...open('1', 'x'), status: 'closed' as const };
    expect(() => close(closed, now)).toThrow('__name__/illegal-transition');
  });
});
