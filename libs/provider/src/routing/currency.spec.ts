import { standards } from '../../test/facts';
import { standardCurrency } from './currency';
import type { StandardFact } from './standard-fact';

const currency = standardCurrency(standards);
const a = (number: string, given: Partial<StandardFact> = {}): StandardFact => ({
  number,
  family: number.replace(/-\d{4}$/, ''),
  title: { zh: number, en: number },
  mandatory: false,
  successors: [],
  ...given,
});

describe('inForce', () => {
  it('changes on the day the new edition comes into force', () => {
    expect(currency.inForce('GB/T 29606', '2027-01-31')?.number).toBe('GB/T 29606-2013');
    expect(currency.inForce('GB/T 29606', '2027-02-01')?.number).toBe('GB/T 29606-2026');
  });

  it('of two in force at once the newer counts', () => {
    const both = standardCurrency([
      a('GB/T 1-2009', { inForceFrom: '2009-01-01' }),
      a('GB/T 1-2020', { inForceFrom: '2020-10-01' }),
    ]);
    expect(both.inForce('GB/T 1', '2020-09-30')?.number).toBe('GB/T 1-2009');
    expect(both.inForce('GB/T 1', '2020-10-01')?.number).toBe('GB/T 1-2020');
  });

  it('knows no edition of a family that ended under another number', () => {
    expect(currency.inForce('GB 14747', '2026-11-01')).toBeUndefined();
  });
});

describe('successorsOn', () => {
  const numbers = (facts: readonly StandardFact[]) => facts.map(({ number }) => number);

  it('names all that share the place, of whatever family', () => {
    expect(numbers(currency.successorsOn('GB 14747-2006', '2026-12-01'))).toEqual(['GB/T 14747-2025', 'GB 46517-2025']);
    expect(numbers(currency.successorsOn('ISO 4287:1997', '2026-12-01'))).toEqual(['ISO 21920-2:2021']);
  });

  it('follows a chain to what is in force, and stops in a loop', () => {
    const chain = standardCurrency([
      a('A 1-1990', { endsOn: '2000-01-01', successors: ['A 2-2000'] }),
      a('A 2-2000', { endsOn: '2010-01-01', successors: ['A 3-2010', 'A 1-1990'] }),
      a('A 3-2010', { inForceFrom: '2010-01-02' }),
    ]);
    expect(numbers(chain.successorsOn('A 1-1990', '2026-01-01'))).toEqual(['A 3-2010']);
  });

  it('gives those still to come when none is in force yet', () => {
    expect(numbers(currency.successorsOn('GB/T 29606-2013', '2026-12-01'))).toEqual(['GB/T 29606-2026']);
  });

  it('is empty for a number that is not known', () => {
    expect(currency.successorsOn('GB 1-1900', '2026-12-01')).toEqual([]);
  });
});
