import { DomainError } from './domain-error';
import { assertTransition, canGo, deadEnds, unreachable } from './transitions';

const DOOR = {
  shut: ['ajar'],
  ajar: ['shut', 'wide'],
  wide: ['ajar', 'gone'],
  gone: [],
} as const;

describe('canGo', () => {
  it('follows the table and nothing else', () => {
    expect(canGo(DOOR, 'shut', 'ajar')).toBe(true);
    expect(canGo(DOOR, 'shut', 'wide')).toBe(false);
    expect(canGo(DOOR, 'shut', 'shut')).toBe(false);
  });
});

describe('assertTransition', () => {
  const refused = (from: keyof typeof DOOR, to: keyof typeof DOOR): unknown => {
    try {
      return assertTransition('door', DOOR, from, to);
    } catch (error) {
      return error;
    }
  };

  it('lets a legal one pass', () => {
    expect(refused('ajar', 'wide')).toBeUndefined();
  });

  it('names the legal next states of an illegal one', () => {
    const error = refused('ajar', 'gone');
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({
      code: 'door/illegal-transition',
      kind: 'conflict',
      details: { from: 'ajar', to: 'gone', legal: ['shut', 'wide'] },
      words: { en: 'cannot go from ajar to gone; allowed next: shut, wide' },
    });
  });

  it('says that a final state is final', () => {
    expect(refused('gone', 'shut')).toMatchObject({
      details: { legal: [] },
      words: { zh: expect.stringContaining('终态') },
    });
  });
});

describe('walking a table', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(unreachable(DOOR, 'shut')).toEqual([]);
    expect(deadEnds(DOOR, ['gone'])).toEqual([]);
  });

  it('finds a state that nothing leads to', () => {
    expect(unreachable(DOOR, 'gone')).toEqual(['shut', 'ajar', 'wide']);
    expect(unreachable(DOOR, ['gone', 'wide'])).toEqual([]);
  });

  it('finds a state without a way out that is not named final', () => {
    expect(deadEnds({ a: ['b', 'c'], b: [], c: [] }, ['b'])).toEqual(['c']);
  });

  it('finds states caught in a loop', () => {
    expect(deadEnds({ a: ['b', 'end'], b: ['c'], c: ['b'], end: [] }, ['end'])).toEqual(['b', 'c']);
  });
});
