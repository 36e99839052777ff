/** Symbols of the units and prefixes that D-SI spells out (SI Brochure, tables 2 to 8; D-SI data model, SmartCom 2.2). */
const NAMES: ReadonlyMap<string, string> = new Map(
  [
    'metre m, kilogram kg, gram g, second s, ampere A, kelvin K, mole mol, candela cd, one 1, tonne t, litre L',
    'radian rad, hertz Hz, newton N, pascal Pa, joule J, watt W, coulomb C, volt V, farad F, ohm Ω, siemens S, tesla T, henry H',
    'degreecelsius °C, lumen lm, lux lx, becquerel Bq, gray Gy, sievert Sv, day d, hour h, minute min, degree °, arcminute ′',
    'arcsecond ″, bar bar, decibel dB, percent %, ppm ppm',
  ].flatMap(pairs),
);

const PREFIXES: ReadonlyMap<string, string> = new Map(
  pairs('deca da, hecto h, kilo k, mega M, giga G, tera T, deci d, centi c, milli m, micro μ, nano n, pico p'),
);

const POWERS: Readonly<Record<string, string>> = { '1': '', '2': '²', '3': '³' };

const TOKEN = /\\(?:tothe\{(-?\d+(?:\.\d+)?)\}|([a-z]+))/gy;

interface Factor {
  symbol: string;
  below: boolean;
}

/** `\milli\metre` → `mm`, `\metre\tothe{2}` → `m²`, `\kilogram\per\metre\tothe{3}` → `kg/m³`; undefined for anything else. */
export function dsiSymbol(text: string): string | undefined {
  const reading = { factors: [] as Factor[], prefix: '', below: false };
  let read = 0;
  for (const [token, power, name = ''] of text.matchAll(TOKEN)) {
    read += token.length;
    if (!(power === undefined ? named(reading, name) : raise(reading.factors.at(-1), power))) return undefined;
  }
  const { factors, prefix, below } = reading;
  return read === text.length && prefix === '' && !below && factors.length > 0 ? assembled(factors) : undefined;
}

/** Takes a word in: `per` and prefixes wait for the unit behind them. */
function named(reading: { factors: Factor[]; prefix: string; below: boolean }, name: string): boolean {
  if (name === 'per') reading.below = true;
  else if (PREFIXES.has(name)) reading.prefix = PREFIXES.get(name)!;
  else {
    const symbol = NAMES.get(name);
    if (symbol === undefined) return false;
    reading.factors.push({ symbol: reading.prefix + symbol, below: reading.below });
    Object.assign(reading, { prefix: '', below: false });
  }
  return true;
}

function raise(factor: Factor | undefined, power: string): boolean {
  const figure = POWERS[power.replace('-', '')];
  if (!factor || figure === undefined) return false;
  factor.symbol += figure;
  factor.below ||= power.startsWith('-');
  return true;
}

function assembled(factors: readonly Factor[]): string {
  const [above, below] = [false, true].map((under) => factors.filter((factor) => factor.below === under));
  const text = (some: readonly Factor[]) => some.map(({ symbol }) => symbol).join('·');
  if (below!.length === 0) return text(above!);
  return `${text(above!) || '1'}/${below!.length > 1 ? `(${text(below!)})` : text(below!)}`;
}

function pairs(list: string): [string, string][] {
  return list.split(', ').map((entry) => {
    const [name = '', symbol = ''] = entry.split(' ');
    return [name, symbol];
  });
}
