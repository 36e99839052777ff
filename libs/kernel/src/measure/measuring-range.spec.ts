import fc from 'fast-check';
import { rangeCovers } from './measuring-range';
import { compareDecimal, convert, isUnit, parseDecimal } from './unit';

describe('convert', () => {
  it.each([
    ['150', 'mm', 'cm', '15'],
    ['1', 'in', 'mm', '25.4'],
    ['20', 'μm', 'mm', '0.02'],
    ['20', 'um', 'mm', '0.02'],
    ['20', 'µm', 'mm', '0.02'],
    ['0.5', 'kN', 'N', '500'],
    ['1', 'kgf', 'N', '9.80665'],
    ['500', 'g', 'kg', '0.5'],
    ['1', 'mg', 'kg', '0.000001'],
    ['0.6', 'MPa', 'kPa', '600'],
    ['25', '℃', 'K', '298.15'],
    ['0', 'K', '°C', '-273.15'],
    ['2', 'N·m', 'Nm', '2'],
    ['1', 'm3', 'L', '1000'],
    ['1', 'kWh', 'J', '3600000'],
    ['5', '%', '1', '0.05'],
  ])('%s %s is, in %s, %s', (value, from, to, expected) => {
    expect(convert(value, from, to).toFixed()).toBe(expected);
  });

  it('refuses units of different quantities, and unknown ones', () => {
    expect(() => convert('1', 'mm', 'kg')).toThrow(/^unit\/incompatible/);
    expect(() => convert('1', 'furlong', 'm')).toThrow(/^unit\/unknown/);
    expect(() => convert('1', 'constructor', 'm')).toThrow(/^unit\/unknown/);
  });

  it('tells milli from mega', () => {
    expect(convert('1', 'MN', 'N').eq(convert('1', 'mN', 'N'))).toBe(false);
    expect(isUnit('KG')).toBe(false);
  });

  it('loses nothing on the way and back', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('nm', 'μm', 'mm', 'cm', 'dm', 'm', 'km'), (n, unit) => {
        expect(convert(convert(String(n), 'mm', unit), unit, 'mm').toNumber()).toBe(n === 0 ? 0 : n);
      }),
    );
  });
});

describe('parseDecimal', () => {
  it.each(['', 'abc', '1,5', '0x10', 'Infinity', 'NaN', '1e9999', '--1'])('refuses %p', (value) => {
    expect(() => parseDecimal(value)).toThrow(/^decimal\/unparseable/);
  });

  it('compares as numbers, not as text', () => {
    expect(compareDecimal('9', '10')).toBeLessThan(0);
    expect(compareDecimal('0.10', '.1')).toBe(0);
    expect(compareDecimal('−1', '0')).toBeLessThan(0);
  });
});

describe('rangeCovers', () => {
  const caliper = { min: '0', max: '150', unit: 'mm' };

  it.each([
    ['the same range', { min: '0', max: '150', unit: 'mm' }, true],
    ['a narrower one in another unit', { min: '1', max: '15', unit: 'cm' }, true],
    ['one that ends a little above', { min: '0', max: '150.01', unit: 'mm' }, false],
    ['one that begins below', { min: '-1', max: '150', unit: 'mm' }, false],
    ['one without an upper end', { min: '0', unit: 'mm' }, false],
  ])('%s', (_, inner, covered) => {
    expect(rangeCovers(caliper, inner)).toBe(covered);
  });

  it('takes a missing end as unbounded', () => {
    expect(rangeCovers({ unit: 'm' }, { unit: 'mm' })).toBe(true);
    expect(rangeCovers({ min: '0', unit: 'm' }, { min: '0', max: '1e9', unit: 'mm' })).toBe(true);
  });

  it('refuses other quantities and reversed ends', () => {
    expect(() => rangeCovers(caliper, { min: '0', max: '1', unit: 'kg' })).toThrow(/^unit\/incompatible/);
    expect(() => rangeCovers(caliper, { min: '5', max: '1', unit: 'mm' })).toThrow(/^measuring-range\/reversed/);
  });
});
