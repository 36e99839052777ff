import { filterOf, fits, isOnMap, searchOf } from './filter';

const toys = { kind: 'window', industries: ['2456'] } as const;
const laboratory = { kind: 'institution', elements: ['testing'] } as const;
const all = { kind: 'all' } as const;

describe('the filter of the map', () => {
  it.each([
    ['everything', toys, all, true],
    ['windows', laboratory, { kind: 'window' }, false],
    ['its element', laboratory, { ...all, element: 'testing' }, true],
    ['another element', laboratory, { ...all, element: 'brand' }, false],
    ['an element, which every window serves', toys, { ...all, element: 'brand' }, true],
    ['its industry', toys, { ...all, industry: '2456' }, true],
    ['the division of its industry', toys, { ...all, industry: '24' }, true],
    ['a class of its division', { kind: 'window', industries: ['24'] }, { ...all, industry: '2456' }, true],
    ['another industry', toys, { ...all, industry: '36' }, false],
    ['an industry, of which every institution is', laboratory, { ...all, industry: '36' }, true],
  ] as const)('by %s', (_, point, filter, shown) => expect(fits(point, filter)).toBe(shown));

  it('stands in the address, and comes back from there', () => {
    const filter = { kind: 'institution', element: 'testing', industry: '24', item: 'x-1', area: '330482' } as const;
    expect(filterOf(new URLSearchParams(searchOf(filter)))).toEqual(filter);
    expect(searchOf(all)).toEqual({});
  });

  it('takes nothing from an address that means nothing', () => {
    expect(filterOf(new URLSearchParams('kind=ufo&element=fire&industry='))).toEqual(all);
  });

  it.each([
    ['testing', true],
    ['certification', true],
    ['metrology', false],
    ['brand', false],
  ] as const)('knows that who does %s is on the map: %s', (element, shown) => expect(isOnMap({ element })).toBe(shown));
});
