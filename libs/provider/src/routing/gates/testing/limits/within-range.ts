import { DomainError, parseRange, rangeCovers } from '@qi/kernel';
import type { MeasuringRange } from '@qi/kernel';
import type { Asked, LimitRule, LimitVerdict } from './limit-rule';

/** `限100kN以下`, `只测(0~150)mm`, `测量范围：≤2 m`: the parameter in that range only. */
export const withinRange: LimitRule = {
  name: 'within-range',
  source: '资质认定能力附表“限制范围”栏: 限…以下, 限(…~…), 测量范围; 单位按 GB 3100-1993',
  read(note) {
    const range = parseRange(
      note.replace(/^(?:仅限于|仅限|限于|限|只测|仅测|只做|(?:测量|检测|测试)?范围[:：]?)\s*/, ''),
    );
    if (!range) return undefined;
    return { rule: 'within-range', names: [], range, judge: (asked) => judge(asked, range) };
  },
};

function judge({ ranges }: Asked, held: MeasuringRange): LimitVerdict {
  if (ranges.length === 0) return undefined;
  try {
    return ranges.every((range) => rangeCovers(held, range)) ? 'admits' : 'excludes';
  } catch (error) {
    // A range in units that cannot be compared tells nothing about this demand.
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
