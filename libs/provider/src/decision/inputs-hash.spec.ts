import fc from 'fast-check';
import { canonicalJson, hashOf } from './inputs-hash';

it('does not depend on the order of keys, nor on undefined ones', () => {
  expect(hashOf({ b: 1, a: { d: [2, { y: 1, x: 0 }], c: undefined } })).toBe(
    hashOf({ a: { d: [2, { x: 0, y: 1 }] }, b: 1 }),
  );
});

it('depends on the order of lists and on every value', () => {
  expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
  expect(hashOf({ a: '1' })).not.toBe(hashOf({ a: 1 }));
});

it('a value that went through JSON keeps its hash', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(canonicalJson(value));
    }),
  );
});
