import { bySnapshot, readSnapshot, sees } from './snapshot';

describe('a snapshot', () => {
  it('sees what had ended, and neither what was running nor what came after', () => {
    const snapshot = readSnapshot('10:20:12,15');
    expect([9, 10, 12, 15, 19, 20].map((transaction) => sees(snapshot, transaction))).toEqual([
      ...[true, true, false, false, true, false],
    ]);
    expect(sees(readSnapshot('7:7:'), 6)).toBe(true);
  });

  it('comes before another that sees more', () => {
    const inOrder = ['10:12:10', '10:20:10,15', '15:20:15', '20:20:', '20:21:20'];
    expect([...inOrder].reverse().sort(bySnapshot)).toEqual(inOrder);
  });

  it('of a transaction that had just begun is no earlier than that of another', () => {
    expect(bySnapshot('20:20:', '20:20:')).toBe(0);
  });
});
