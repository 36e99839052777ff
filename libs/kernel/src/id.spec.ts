import { isId, newId } from './id';

describe('newId', () => {
  afterEach(() => jest.useRealTimers());

  it('is a UUID of version 7 whose first 48 bits are the time', () => {
    const before = Date.now();
    const id = newId();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const ms = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(ms).toBeGreaterThanOrEqual(before);
    expect(ms).toBeLessThan(before + 5_000);
  });

  it('rises strictly, also for many in one millisecond, and never repeats', () => {
    const ids = Array.from({ length: 50_000 }, newId);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });

  it('rises on when the clock of the machine steps back', () => {
    const before = newId();
    jest.useFakeTimers({ now: Date.now() - 3_600_000 });
    expect(newId() > before).toBe(true);
  });
});

describe('isId', () => {
  it.each([newId(), newId().toUpperCase(), '3f0c1b6e-6d3a-4c8e-9d52-1f2e3d4c5b6a'])('takes %s', (id) => {
    expect(isId(id)).toBe(true);
  });

  it.each(['', 'x', '1', null, undefined, 7, {}, `${newId()} `, newId().replaceAll('-', ''), `${newId()}\n`])(
    'refuses %p',
    (text) => {
      expect(isId(text)).toBe(false);
    },
  );
});
