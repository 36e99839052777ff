import { compareStandardNumbers, coversUndated, sameDated, sameFamily } from './compare';
import { standardNumber } from './standard-number';

const of = standardNumber;

describe('sameFamily', () => {
  it('holds across editions and amendments', () => {
    expect(sameFamily(of('GB 14747-2006'), of('GB14747'))).toBe(true);
    expect(sameFamily(of('IEC 60335-1:2020+A1:2021'), of('IEC 60335-1:2010'))).toBe(true);
  });

  it('tells a mandatory standard from the recommended one with the same number, and parts from each other', () => {
    expect(sameFamily(of('GB 14747-2006'), of('GB/T 14747-2025'))).toBe(false);
    expect(sameFamily(of('GB 6675.1-2014'), of('GB 6675.2-2014'))).toBe(false);
  });
});

describe('sameDated', () => {
  it('ignores spelling, clauses and confirmations', () => {
    expect(sameDated(of('GB 6675.2—2014 5.8'), of('GB6675.2-2014'))).toBe(true);
    expect(sameDated(of('ASTM D 2061-2007(2013)'), of('ASTM D2061-07'))).toBe(true);
  });

  it('tells editions and amendments apart and never holds for undated references', () => {
    expect(sameDated(of('GB 14747-2006'), of('GB 14747-1993'))).toBe(false);
    expect(sameDated(of('GB/T 5226-2010A'), of('GB/T 5226-2010'))).toBe(false);
    expect(sameDated(of('IEC 60335-1:2020'), of('IEC 60335-1:2020+A1:2021'))).toBe(false);
    expect(sameDated(of('GB 14747'), of('GB 14747'))).toBe(false);
  });
});

describe('coversUndated', () => {
  it('holds from an undated reference to any edition, and not the other way', () => {
    expect(coversUndated(of('GB/T 3325'), of('GB/T 3325-2024'))).toBe(true);
    expect(coversUndated(of('GB/T 3325-2024'), of('GB/T 3325'))).toBe(false);
    expect(coversUndated(of('GB 3325'), of('GB/T 3325-2024'))).toBe(false);
  });
});

describe('compareStandardNumbers', () => {
  it('sorts by prefix, number as a number, part, and undated before older before newer', () => {
    const sorted = [
      'GB 999',
      'GB 6675.2-2014',
      'GB 6675.10-2014',
      'GB 14747',
      'GB 14747-1993',
      'GB 14747-2006',
      'GB/T 3325',
    ];
    const shuffled = [...sorted].reverse().map(of);
    const numbers = shuffled.sort(compareStandardNumbers).map(({ canonical }) => canonical);
    expect(numbers).toEqual([
      'GB 999',
      'GB 6675.2-2014',
      'GB 6675.10-2014',
      'GB 14747',
      'GB 14747-1993',
      'GB 14747-2006',
      'GB/T 3325',
    ]);
  });
});
