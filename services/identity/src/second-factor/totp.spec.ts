import { base32, codeAt, stepAt, stepOf } from './totp.hmac';

/** RFC 6238 appendix B, SHA-1; the last six of its eight digits. */
const secret = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

describe('one-time passwords', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %d s it is %s', (seconds, code) => {
    expect(codeAt(secret, stepAt(at(seconds)))).toBe(code);
  });

  it('takes the code before and after, and no other', () => {
    const now = at(1111111111);
    const step = stepAt(now);
    const taken = [-2, -1, 0, 1, 2].map((off) => stepOf(secret, codeAt(secret, step + off), now, 0) !== undefined);
    expect(taken).toEqual([false, true, true, true, false]);
  });

  it('takes a code once', () => {
    const used = stepOf(secret, '287082', at(59), 0)!;
    expect(stepOf(secret, '287082', at(59), used)).toBeUndefined();
  });

  it.each(['', '28708', '2870820', 'abcdef', '２８７０８２'])('%p is no code', (code) => {
    expect(stepOf(secret, code, at(59), 0)).toBeUndefined();
  });

  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foobar', 'MZXW6YTBOI'],
  ])('base32 of %p is %s (RFC 4648 §10)', (text, coded) => expect(base32(Buffer.from(text))).toBe(coded));
});
