import { Decimal as AnyDecimal } from 'decimal.js';
import { problems } from '../problems';

/** Decimal numbers of 40 figures: every factor below is exact, so conversion adds no error that a measurement could show. */
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

/** By quantity: symbol and factor to the SI unit named first; exact by the SI Brochure (9th edition) and by definition. */
const FACTORS: Readonly<Record<string, string>> = {
  length: 'm 1, km 1e3, dm 1e-1, cm 1e-2, mm 1e-3, μm 1e-6, nm 1e-9, in 0.0254, ft 0.3048',
  mass: 'kg 1, t 1e3, g 1e-3, mg 1e-6, μg 1e-9, lb 0.45359237',
  force: 'N 1, mN 1e-3, daN 10, kN 1e3, MN 1e6, kgf 9.80665',
  pressure: 'Pa 1, hPa 1e2, kPa 1e3, MPa 1e6, GPa 1e9, mbar 1e2, bar 1e5',
  temperature: 'K 1, mK 1e-3, °C 1',
  time: 's 1, ms 1e-3, μs 1e-6, min 60, h 3600, d 86400',
  torque: 'N·m 1, mN·m 1e-3, kN·m 1e3',
  volume: 'm³ 1, L 1e-3, mL 1e-6, μL 1e-9, cm³ 1e-6, mm³ 1e-9',
  area: 'm² 1, cm² 1e-4, mm² 1e-6',
  voltage: 'V 1, μV 1e-6, mV 1e-3, kV 1e3',
  current: 'A 1, μA 1e-6, mA 1e-3, kA 1e3',
  resistance: 'Ω 1, mΩ 1e-3, kΩ 1e3, MΩ 1e6, GΩ 1e9',
  power: 'W 1, mW 1e-3, kW 1e3, MW 1e6',
  energy: 'J 1, mJ 1e-3, kJ 1e3, MJ 1e6, kW·h 3.6e6',
  frequency: 'Hz 1, kHz 1e3, MHz 1e6, GHz 1e9',
  ratio: '1 1, % 1e-2, ‰ 1e-3',
};

/** 0 °C is 273.15 K exactly. */
const OFFSETS: ReadonlyMap<string, string> = new Map([['°C', '273.15']]);

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ...['um', 'ug', 'us', 'uL', 'uA', 'uV'].map((typed): [string, string] => [typed, typed.replace('u', 'μ')]),
  ...['m2', 'cm2', 'mm2'].map((typed): [string, string] => [typed, typed.replace('2', '²')]),
  ...['m3', 'cm3', 'mm3'].map((typed): [string, string] => [typed, typed.replace('3', '³')]),
  ...['Nm', 'N*m', 'N.m'].map((typed): [string, string] => [typed, 'N·m']),
  ['kWh', 'kW·h'],
  ['l', 'L'],
  ['ml', 'mL'],
  ['ul', 'μL'],
  ['degC', '°C'],
  ['ohm', 'Ω'],
]);

const UNITS: ReadonlyMap<string, Unit> = new Map(
  Object.entries(FACTORS).flatMap(([quantity, list]) =>
    list.split(', ').map((entry): [string, Unit] => {
      const [symbol = '', factor = '1'] = entry.split(' ');
      return [symbol, { quantity, factor: new Decimal(factor), offset: new Decimal(OFFSETS.get(symbol) ?? 0) }];
    }),
  ),
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
  return UNITS.has(spelling(unit));
}

function unitOf(unit: string): Unit {
  const known = UNITS.get(spelling(unit));
  if (!known) throw unitProblem.unknown({ unit });
  return known;
}

/** `℃`, micro sign, ohm sign and full-width letters become the letters of the table; superscripts are kept. */
function spelling(unit: string): string {
  const text = unit
    .replace(/[^²³]/g, (char) => char.normalize('NFKC'))
    .replace(/\s/g, '')
    .replace(/[⋅∙•]/g, '·');
  return SPELLINGS.get(text) ?? text;
}
