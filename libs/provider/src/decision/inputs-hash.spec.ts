import fc from 'fast-check';
import { hashOf } from './inputs-hash';

it('depends on every value and on the order of lists', () => {
  expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
  expect(hashOf({ a: '1' })).not.toBe(hashOf({ a: 1 }));
});

it('a value that was stored as JSON and read again keeps its hash', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const stored = JSON.stringify({ inputs: value });
      expect(hashOf((JSON.parse(stored) as { inputs: unknown }).inputs)).toBe(hashOf(value));
    }),
  );
});
