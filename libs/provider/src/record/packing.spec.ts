import { newId } from '@qi/kernel';
import fc from 'fast-check';
import { pack, unpack } from './packing';

const jsonOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const uuid = fc.uuid();
const text = fc.oneof(fc.string(), uuid, fc.constantFrom('~1', '_a', '^', 'same text', 'tilde ~', '__proto'));
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'name', 'siteId'), tie('any')),
  ),
})).any;

describe('packing', () => {
  it('gives back any value', () => {
    fc.assert(
      fc.property(value, (any) => {
        expect(unpack(jsonOf(pack(any)) as never)).toEqual(jsonOf(any));
      }),
    );
  });

  it('gives back any value where keys are words, and what was packed before there were any', () => {
    const words = ['siteId', 'name'];
    fc.assert(
      fc.property(value, (any) => {
        expect(unpack(jsonOf(pack(any, words)) as never, words)).toEqual(jsonOf(any));
        expect(unpack(jsonOf(pack(any)) as never, words)).toEqual(jsonOf(any));
      }),
    );
    expect(pack({ name: 'a', b: 1, siteId: 'c' }, words)).toEqual([[1, 'b', 0], 'a', 1, 'c']);
  });

  it('keeps the order of keys, so that a hash of the JSON text stays what it was', () => {
    const any = [
      { b: 1, a: newId() },
      { a: 'x', b: [] },
      { b: 2, a: 'x' },
    ];
    expect(JSON.stringify(unpack(pack(any)))).toBe(JSON.stringify(any));
  });

  it('writes an object that comes again once', () => {
    const line = { scheme: 'CMA', parameter: '稳定性', clauses: ['5.8'], validTo: '2031-12-31' };
    const any = Array.from({ length: 20 }, () => ({ lines: [line, { ...line }] }));
    expect(unpack(jsonOf(pack(any)) as never)).toEqual(any);
    expect(JSON.stringify(pack(any)).length).toBeLessThan(500);
  });

  it('writes shapes and repeated texts once', () => {
    const siteId = newId();
    const rows = Array.from({ length: 20 }, (_, n) => ({ siteId, scheme: 'CMA', parameter: '稳定性', n }));
    expect(JSON.stringify(pack(rows)).length).toBeLessThan(JSON.stringify(rows).length / 3);
  });
});
