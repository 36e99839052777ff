import fc from 'fast-check';
import { addMoney, fen, formatYuan, fromYuan } from './money';

describe('fen', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %p', (n) => {
    expect(() => fen(n)).toThrow(/^money\/not-whole-fen/);
  });
});

describe('fromYuan', () => {
  it.each([
    ['1280', 128_000],
    ['1280.5', 128_050],
    ['0.07', 7],
    ['-3.20', -320],
    [' 12.34 ', 1234],
    ['-0', 0],
  ])('%p is %d fen', (yuan, amount) => {
    expect(fromYuan(yuan)).toBe(amount);
  });

  it.each(['', '1.005', '1,000', '1e3', '.5', '1.', 'ten', '99999999999999999'])('refuses %p', (yuan) => {
    expect(() => fromYuan(yuan)).toThrow(/^money\//);
  });
});

describe('addMoney', () => {
  it('is exact where yuan in floating point are not', () => {
    expect(addMoney(fromYuan('0.10'), fromYuan('0.20'))).toBe(fromYuan('0.30'));
    expect(addMoney()).toBe(0);
  });

  it('refuses a fraction among the amounts, and a sum too large to be exact', () => {
    expect(() => addMoney(1, 0.5)).toThrow(/^money\/not-whole-fen/);
    expect(() => addMoney(Number.MAX_SAFE_INTEGER, 1)).toThrow(/^money\/not-whole-fen/);
  });
});

describe('formatYuan', () => {
  it.each([
    [128_050, '1,280.50元', 'CNY 1,280.50'],
    [0, '0.00元', 'CNY 0.00'],
    [-7, '-0.07元', 'CNY -0.07'],
    [123_456_789, '1,234,567.89元', 'CNY 1,234,567.89'],
  ])('%d fen', (amount, zh, en) => {
    expect([formatYuan(amount, 'zh'), formatYuan(amount, 'en')]).toEqual([zh, en]);
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(fromYuan(formatYuan(amount, 'zh').replaceAll(/[,元]/g, ''))).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });
});
