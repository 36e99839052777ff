import { areaContains, areaLevel, parseAreaCode } from './area-code';

describe('parseAreaCode', () => {
  it.each([
    ['330482', '330482'],
    ['３３０４８２', '330482'],
    [' 330400 ', '330400'],
    ['33', '330000'],
    ['3304', '330400'],
    ['100000', '100000'],
    ['429004', '429004'],
  ])('%p is %s', (raw, code) => {
    expect(parseAreaCode(raw)).toBe(code);
  });

  it.each([
    ['33048', 'malformed'],
    ['33048a', 'malformed'],
    ['', 'malformed'],
    ['990000', 'unknown-province'],
    ['330082', 'missing-city'],
  ])('refuses %p as %s', (raw, reason) => {
    expect(() => parseAreaCode(raw)).toThrow(new RegExp(`^area-code/${reason}`));
  });
});

describe('areaContains', () => {
  it.each([
    ['330400', '330482', true],
    ['330000', '330482', true],
    ['100000', '330482', true],
    ['330482', '330482', true],
    ['330482', '330400', false],
    ['330400', '330783', false],
    ['330000', '310115', false],
    ['330482', '330483', false],
    ['330400', '33', false],
  ])('%s contains %s: %s', (outer, area, contained) => {
    expect(areaContains(outer, area)).toBe(contained);
  });
});

describe('areaLevel', () => {
  it.each([
    ['100000', 'country'],
    ['330000', 'province'],
    ['330400', 'city'],
    ['330482', 'county'],
  ])('%s is a %s', (area, level) => {
    expect(areaLevel(area)).toBe(level);
  });
});
