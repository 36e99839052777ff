import { Decimal as AnyDecimal } from 'decimal.js';
import { problems } from '../problems';
import { symbolOf, UNIT_TABLE } from './unit-table';

/** Decimal numbers of 40 figures: every factor of the table but those of angles is exact, so conversion adds no error that a measurement could show. */
export const Decimal = AnyDecimal.clone({ precision: 40, defaults: true });
export type Decimal = AnyDecimal;

const unitProblem = problems('unit', {
  unknown: { kind: 'invalid', zh: '未知的计量单位：{unit}', en: 'unknown unit: {unit}' },
  incompatible: {
    kind: 'invalid',
    zh: '单位“{from}”与“{to}”不是同一量，不能换算',
    en: '{from} and {to} measure different quantities',
  },
});

const decimalProblem = problems('decimal', {
  unparseable: { kind: 'invalid', zh: '不是十进制数：{value}', en: 'not a decimal number: {value}' },
});

interface Unit {
  readonly quantity: string;
  readonly factor: Decimal;
  readonly offset: Decimal;
}

const UNITS: ReadonlyMap<string, Unit> = new Map(
  UNIT_TABLE.map(({ symbol, quantity, factor, offset }) => [
    symbol,
    { quantity, factor: new Decimal(factor), offset: new Decimal(offset) },
  ]),
);

/** Reads a plain decimal number: `'0.02'`, `'-5'`, `'1e-3'`. Throws `decimal/unparseable`. */
export function parseDecimal(value: string): Decimal {
  const text = value
    .normalize('NFKC')
    .replace(/[\u2212\u2013]/g, '-')
    .trim();
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(text)) throw decimalProblem.unparseable({ value });
  return new Decimal(text);
}

/** Negative, zero or positive, as sort functions want it. */
export function compareDecimal(a: string, b: string): number {
  return parseDecimal(a).comparedTo(parseDecimal(b));
}

/**
 * Converts a value between units of one quantity. Temperatures are taken as points on the scale, not as differences.
 * Throws `unit/unknown`, `unit/incompatible` or `decimal/unparseable`.
 */
export function convert(value: string | Decimal, from: string, to: string): Decimal {
  const [source, target] = [unitOf(from), unitOf(to)];
  if (source.quantity !== target.quantity) throw unitProblem.incompatible({ from, to });
  const amount = typeof value === 'string' ? parseDecimal(value) : value;
  return amount.times(source.factor).plus(source.offset).minus(target.offset).div(target.factor);
}

/** Whether the unit is in the table. */
export function isUnit(unit: string): boolean {
  return UNITS.has(symbolOf(unit));
}

/** What the unit measures, in the table's word: `length`, `mass fraction`; undefined for an unknown unit. */
export function quantityOf(unit: string): string | undefined {
  return UNITS.get(symbolOf(unit))?.quantity;
}

function unitOf(unit: string): Unit {
  const known = UNITS.get(symbolOf(unit));
  if (!known) throw unitProblem.unknown({ unit });
  return known;
}
