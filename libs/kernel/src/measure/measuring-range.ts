import { problems } from '../problems';
import { convert, Decimal } from './unit';

/** What an instrument measures or a provider can calibrate: both ends belong to it; a missing end is unbounded. */
export interface MeasuringRange {
  readonly min?: string;
  readonly max?: string;
  readonly unit: string;
}

const rangeProblem = problems('measuring-range', {
  reversed: {
    kind: 'invalid',
    zh: '测量范围下限 {min} 大于上限 {max}（{unit}）',
    en: 'the lower end {min} is above the upper end {max} ({unit})',
  },
});

/**
 * Whether every value of `inner` lies in `outer`; units of one quantity are converted. Throws `unit/…` for units that
 * cannot be compared and `measuring-range/reversed` for ends in the wrong order.
 */
export function rangeCovers(outer: MeasuringRange, inner: MeasuringRange): boolean {
  const [wide, narrow] = [ends(outer, outer.unit), ends(inner, outer.unit)];
  return wide.min.lte(narrow.min) && wide.max.gte(narrow.max);
}

function ends(range: MeasuringRange, unit: string): { min: Decimal; max: Decimal } {
  const min = convert(range.min ?? new Decimal(-Infinity), range.unit, unit);
  const max = convert(range.max ?? new Decimal(Infinity), range.unit, unit);
  if (min.gt(max)) throw rangeProblem.reversed({ ...range });
  return { min, max };
}
