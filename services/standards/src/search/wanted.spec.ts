import { numberKey, tokensOf } from './tokens';
import { conditionOf, figuresOf, wantedOf } from './wanted';

const cut = (text: string) => text.match(/儿童|三轮车|安全|要求|./g) ?? [];
const wanted = (text: string, classes = {}) => wantedOf(text, classes, cut);

describe('wantedOf', () => {
  it.each([
    ['GB/T14747—2025', 'gb/t14747-2025'],
    ['ＧＢ 14747', 'gb14747'],
    ['gb∕t 147', 'gb/t147'],
    ['ISO 4287:1997', 'iso4287-1997'],
    ['GB/T', 'gb/t'],
    ['DB33/T', 'db33/t'],
    ['T/PABA 001-2023', 't/paba001-2023'],
  ])('takes %s as a number, before anything else', (text, key) => expect(wanted(text).key).toBe(key));

  it('asks for the pairs of every Chinese word, and leaves a lone character beside words out', () => {
    expect(wanted('儿童车')).toEqual({ tokens: ['儿童'], beginnings: [] });
    expect(wanted('三轮车安全').tokens).toEqual(['三轮', '轮车', '安全']);
    expect(wanted('车')).toEqual({ tokens: [], beginnings: ['车'] });
  });

  it('finds the number within words', () =>
    expect(wanted('儿童 gb/t 14747-2025 tricycles').tokens).toEqual(['14747-2025', '儿童', 'tricycle']));

  it('asks for classes as words of their own', () =>
    expect(wanted('', { ics: '97.190', ccs: 'Y' }).tokens).toEqual(['ics:97.190', 'ccs:y']));

  it('builds a condition that no text can break out of', () =>
    expect(conditionOf({ tokens: ["a'b\\"], beginnings: ['车'] })).toBe("'ab' & '车':*"));

  it('asks again for the figures when the prefix was wrong', () => {
    expect(figuresOf(numberKey('GB 14747'))).toEqual(['14747']);
    expect(figuresOf(numberKey('DB33/T 2903-2023'))).toEqual(['2903']);
  });
});

describe('tokensOf', () => {
  const tokens = tokensOf({
    number: 'GB/T 14747-2025',
    title: { zh: '儿童三轮车', en: 'Child tricycles, class 1.5' },
    ics: ['97.190.10'],
    ccs: ['Y57'],
  });
  it.each(['gb/t', '14747', '2025', '14747-2025', '童三', '轮车', '车', 'child', 'tricycle', 'class', '1.5'])(
    'holds %s',
    (token) => expect(tokens).toContain(token),
  );
  it.each(['ics:97', 'ics:97.190', 'ics:97.190.10', 'ccs:y', 'ccs:y57'])('holds the class %s', (token) =>
    expect(tokens).toContain(token),
  );
});
