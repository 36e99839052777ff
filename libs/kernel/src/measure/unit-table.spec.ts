import fc from 'fast-check';
import { rangeCovers } from './measuring-range';
import { convert, isUnit, parseDecimal, quantityOf } from './unit';
import { symbolOf, UNIT_TABLE } from './unit-table';

const byQuantity = new Map(
  UNIT_TABLE.map(({ quantity }) => [quantity, UNIT_TABLE.filter((unit) => unit.quantity === quantity)]),
);
const pairs = [...byQuantity.values()].flatMap((units) =>
  units.flatMap((a) => units.map((b) => [a.symbol, b.symbol] as const)),
);
const anyPair = fc.constantFrom(...pairs);
const anyValue = fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: -9, max: 9 }));
const text = ([figures, power]: readonly [number, number]) => `${figures}e${power}`;
const runs = { numRuns: 3_000, seed: 20_261_127 };

describe('the table of units', () => {
  it('names each unit once', () => {
    const symbols = UNIT_TABLE.map(({ symbol }) => symbol);
    expect(symbols.filter((symbol, at) => symbols.indexOf(symbol) < at)).toEqual([]);
    expect(symbols.every((symbol) => symbolOf(symbol) === symbol)).toBe(true);
  });

  it('brings every value there and back', () => {
    fc.assert(
      fc.property(anyPair, anyValue, ([from, to], value) => {
        const there = convert(text(value), from, to);
        const lost = convert(there, to, from)
          .minus(parseDecimal(text(value)))
          .abs();
        // Absolute temperatures carry 273.15 along: what is lost is measured against that.
        expect(lost.lte(parseDecimal(text(value)).abs().plus(300).times('1e-35'))).toBe(true);
      }),
      runs,
    );
  });

  it('keeps the order of values', () => {
    fc.assert(
      fc.property(anyPair, anyValue, anyValue, ([from, to], a, b) => {
        const before = parseDecimal(text(a)).comparedTo(parseDecimal(text(b)));
        expect(convert(text(a), from, to).comparedTo(convert(text(b), from, to))).toBe(before);
      }),
      runs,
    );
  });

  it('finds a range within itself in any unit of the quantity, and not within a narrower one', () => {
    fc.assert(
      fc.property(anyPair, fc.integer({ min: 1, max: 9_999 }), ([unit, other], most) => {
        const range = { min: '0', max: String(most), unit };
        const [min, max] = ['0', String(most)].map((value) => convert(value, unit, other).toFixed());
        // Rounded in the fortieth figure, a third of a unit may stick out by one of those.
        const slack = convert(String(most), unit, other).abs().times('1e-30').plus('1e-30');
        const inner = {
          min: parseDecimal(min!).plus(slack).toFixed(),
          max: parseDecimal(max!).minus(slack).toFixed(),
          unit: other,
        };
        if (parseDecimal(inner.min).lt(inner.max)) expect(rangeCovers(range, inner)).toBe(true);
        expect(rangeCovers({ ...range, max: `${most - 0.5}` }, { min: min!, max: max!, unit: other })).toBe(false);
      }),
      runs,
    );
  });
});

describe('spellings', () => {
  it.each([
    ['um', 'μm'],
    ['µm', 'μm'],
    ['℃', '°C'],
    ['ｍｍ', 'mm'],
    ['mm2', 'mm²'],
    ['m^3', 'm³'],
    ['N.m', 'N·m'],
    ['dBA', 'dB(A)'],
    ['dB（A）', 'dB(A)'],
    ['％RH', '%RH'],
    ['ug/kg', 'μg/kg'],
    ['mg/ l', 'mg/L'],
    ['CFU/ml', 'CFU/mL'],
    ['Ω', 'Ω'],
    ['kΩ', 'kΩ'],
    ['转/分', 'r/min'],
    ['毫米', 'mm'],
    ['\\milli\\metre', 'mm'],
    ['\\kilo\\newton\\metre', 'kN·m'],
    ['\\metre\\tothe{2}', 'm²'],
    ['\\kilogram\\per\\metre\\tothe{3}', 'kg/m³'],
    ['\\kilogram\\metre\\tothe{-3}', 'kg/m³'],
    ['\\watt\\per\\metre\\per\\kelvin', 'W/(m·K)'],
    ['\\degreecelsius', '°C'],
    ['\\micro\\gram', 'μg'],
  ])('%s is %s', (typed, symbol) => {
    expect(symbolOf(typed)).toBe(symbol);
    expect(isUnit(typed)).toBe(true);
  });

  it.each(['\\furlong', '\\milli', '\\metre\\per', '\\tothe{2}', 'x\\metre', '\\metre\\tothe{9}', 'constructor', ''])(
    '%j is no unit',
    (typed) => expect(isUnit(typed)).toBe(false),
  );
});

it('a mass fraction is no ratio, and sound levels are scales of their own', () => {
  expect(convert('0.1', 'g/kg', 'mg/kg').toFixed()).toBe('100');
  expect(() => convert('1', 'mg/kg', '%')).toThrow(/^unit\/incompatible/);
  expect(() => convert('1', 'dB', 'dB(A)')).toThrow(/^unit\/incompatible/);
  expect(quantityOf('ug/kg')).toBe('mass fraction');
});
