import type { MeasuringRange } from './measuring-range';
import { isUnit } from './unit';
import { symbolOf } from './unit-table';

const NUMBER = String.raw`[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?`;
const UNIT = String.raw`[^\d\s~()（）,;，；至以及不]\S*?`;
const BETWEEN = String.raw`\s*(?:~|至|到|\.{2,}|—|–)\s*`;

const rule = (pattern: string) => new RegExp(`^${pattern}$`, 'i');
const BOTH = rule(String.raw`[(\[]?\s*(${NUMBER})\s*(${UNIT})?${BETWEEN}(${NUMBER})\s*(?:[)\]]\s*)?(${UNIT})`);
const MOST = [
  rule(String.raw`(?:≤|<=|不大于|不超过|至多|最大|max\.?)\s*(${NUMBER})\s*(${UNIT})`),
  rule(String.raw`(${NUMBER})\s*(${UNIT})\s*(?:及)?(?:以下|以内)`),
];
const LEAST = [
  rule(String.raw`(?:≥|>=|不小于|不低于|至少|最小|min\.?)\s*(${NUMBER})\s*(${UNIT})`),
  rule(String.raw`(${NUMBER})\s*(${UNIT})\s*(?:及)?以上`),
];

/**
 * A range as laboratories write it: `(0~150)mm`, `10 mV～1 V` (two units only if they are one), `≤100 kN`, `100N以下`,
 * `不小于 5 ℃`. Undefined for anything else, also for a unit that is not in the table: nothing is guessed.
 */
export function parseRange(text: string): MeasuringRange | undefined {
  const plain = text
    .replace(/[^²³″′]/g, (char) => char.normalize('NFKC'))
    .replace(/[∼〜]/g, '~')
    .replace(/−/g, '-')
    .trim();
  const range = bothEnds(plain) ?? oneEnd(plain, MOST, 'max') ?? oneEnd(plain, LEAST, 'min');
  return range && isUnit(range.unit) ? { ...range, unit: symbolOf(range.unit) } : undefined;
}

function bothEnds(text: string): MeasuringRange | undefined {
  const [, min, first, max, unit] = BOTH.exec(text) ?? [];
  if (min === undefined || max === undefined || unit === undefined) return undefined;
  return first === undefined || first === unit ? { min, max, unit } : undefined;
}

function oneEnd(text: string, rules: readonly RegExp[], end: 'min' | 'max'): MeasuringRange | undefined {
  for (const pattern of rules) {
    const [, value, unit] = pattern.exec(text) ?? [];
    if (value !== undefined && unit !== undefined) return { [end]: value, unit } as unknown as MeasuringRange;
  }
  return undefined;
}
