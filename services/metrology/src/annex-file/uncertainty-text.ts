import { isUnit } from '@qi/kernel';

/** An expanded uncertainty with its unit, and its coverage factor where the text names it. Decimal texts. */
export interface Uncertainty {
  readonly value: string;
  readonly unit: string;
  readonly k?: string;
}

const NUMBER = String.raw`\d+(?:\.\d+)?(?:e-?\d+)?`;
const TEXT = new RegExp(
  String.raw`^(?:U(rel|r)?(?:95)?\s*[=:]?\s*)?(${NUMBER})\s*([^\s,;(=\d][^\s,;(=]*)?\s*(?:[,;(]?\s*k\s*=\s*(\d+(?:\.\d+)?)\s*\)?)?$`,
  'i',
);

/**
 * `U=0.02 mm (k=2)`, `0.5 %`, `Urel=1×10⁻⁶, k=2`. A relative one has the unit `%` or `1`. Undefined for what is no single
 * value, such as `(0.5+L/100) μm`: which part of it holds is for a person to say.
 */
export function readUncertainty(text: string): Uncertainty | undefined {
  const plain = text
    .replace(/[^²³]/g, (char) => char.normalize('NFKC'))
    .replace(/−/g, '-')
    .replace(/\s*[×x*]\s*10\^?(-?\d+)/g, 'e$1')
    .trim();
  const [, relative, value, written, k] = TEXT.exec(plain) ?? [];
  const unit = written ?? (relative ? '1' : undefined);
  if (value === undefined || unit === undefined || !isUnit(unit)) return undefined;
  return { value: decimal(value), unit, ...(k === undefined ? {} : { k }) };
}

/** Without an exponent, as measured values are kept. */
function decimal(value: string): string {
  const [figures = '', power] = value.toLowerCase().split('e');
  if (power === undefined) return value;
  const [whole = '', fraction = ''] = figures.split('.');
  const point = whole.length + Number(power);
  const all = whole + fraction;
  if (point <= 0) return `0.${'0'.repeat(-point)}${all}`;
  return point >= all.length ? all.padEnd(point, '0') : `${all.slice(0, point)}.${all.slice(point)}`;
}
