import fc from 'fast-check';
import { alike } from './likeness';
import { record, type SynonymRelation } from './synonym';
import { Thesaurus } from './thesaurus';

const revision = { by: { sub: 'a', name: '管理员' }, at: new Date('2026-11-27T02:00:00Z') };
const entry = (name: string, relation: SynonymRelation, other: string) =>
  record({ kind: 'object', name, relation, other, source: 'GB/T 14747-2025' }, 'id', revision);

describe('an entry', () => {
  it('compares names without width and case', () =>
    expect(entry(' 三轮童车（Ａ） ', 'same', '儿童三轮车')).toMatchObject({
      name: '三轮童车(A)',
      nameKey: '三轮童车(a)',
    }));
  it('of a name with itself is refused', () => expect(() => entry('Ａ', 'same', 'a')).toThrow(/^synonym\/itself/));
});

describe('names that cover', () => {
  const thesaurus = new Thesaurus([
    entry('三轮童车', 'same', '儿童三轮车'),
    entry('儿童三轮车', 'broader', '童车'),
    entry('童车', 'broader', '玩具'),
    entry('儿童推车', 'broader', '童车'),
  ]);

  it.each([
    ['三轮童车', ['三轮童车', '儿童三轮车', '童车', '玩具']],
    ['儿童三轮车', ['儿童三轮车', '三轮童车', '童车', '玩具']],
    ['童车', ['童车', '玩具']],
    ['玩具', ['玩具']],
    ['汽车', ['汽车']],
  ])('%s', (name, expected) => expect(thesaurus.covering('object', name)).toEqual(expected));

  it('are those of the kind', () => expect(thesaurus.covering('parameter', '三轮童车')).toEqual(['三轮童车']));

  it('never lie below: who holds the part does not hold the whole', () => {
    const names = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(names, names)), names, (pairs, start) => {
        // Every category has a lower number than what lies under it.
        const down = pairs.filter(([a, b]) => a > b).map(([a, b]) => entry(`n${a}`, 'broader', `n${b}`));
        const found = new Thesaurus(down).covering('object', `n${start}`).map((key) => Number(key.slice(1)));
        expect(found.every((number) => number <= start)).toBe(true);
      }),
      { seed: 20_261_127 },
    );
  });

  it('end where entries go in a circle', () => {
    const circle = new Thesaurus([entry('a', 'broader', 'b'), entry('b', 'broader', 'a')]);
    expect(circle.covering('object', 'a')).toEqual(['a', 'b']);
  });
});

it('likenesses come best first, without the name itself and without strangers', () =>
  expect(alike('儿童三轮车', ['儿童二轮车', '三轮车', '儿童 三轮车', '金属家具'], 5)).toEqual([
    { name: '三轮车', score: 0.67 },
    { name: '儿童二轮车', score: 0.5 },
  ]));
