import type { MeasuringRange } from '@qi/kernel';
import { parseStandardNumber } from '@qi/kernel';
import type { TestDemand } from '@qi/contracts';
import type { RoutingDemand } from '../../demand';
import type { ScopeLineFact } from '../../facts';
import { coversEveryParameter, isNamed } from '../../names';
import { remember } from '../../remember';
import { readLimits } from './limits';
import type { LimitVerdict } from './limits/limit-rule';

const SILENT: ReadonlySet<string> = new Set(['', '无', '/', '-', '—', 'none', '暂无']);

/** Whether the limit column says nothing. */
function isSilent(note: string | undefined): boolean {
  return note === undefined || SILENT.has(note.normalize('NFKC').trim().toLowerCase());
}

type Limited = Pick<ScopeLineFact, 'limitNote' | 'limitVerdict' | 'parameter'>;

/**
 * What the limit of a line says to one pair of a demand: by the verdict given with the fact, else by the rules that know
 * its phrase. Undefined when a person has to read it.
 */
export function limitVerdictOf(line: Limited, pair: TestDemand, { demand }: RoutingDemand): LimitVerdict {
  if (isSilent(line.limitNote)) return 'admits';
  if (line.limitVerdict !== undefined) return line.limitVerdict;
  const limits = readLimits(line.limitNote ?? '');
  if (!limits) return undefined;
  const asked = {
    ...{ object: demand.object, parameter: pair.parameter, clauses: clausesOf(pair.methodStandard) },
    ranges: rangesOf(demand.measurements, pair.parameter),
    everyParameter: coversEveryParameter(line.parameter),
  };
  const verdicts = limits.map((limit) => limit.judge(asked));
  if (verdicts.includes('excludes')) return 'excludes';
  return verdicts.every((verdict) => verdict === 'admits') ? 'admits' : undefined;
}

/**
 * Whether a pair of the demand may be done under the limit of a line. A clerk who dispatches by hand has asked the
 * laboratory what an unread note means; a read exclusion stays one.
 */
export function admitsLimit(line: Limited, pair: TestDemand, task: RoutingDemand): boolean {
  const verdict = limitVerdictOf(line, pair, task);
  return verdict === 'admits' || (task.dispatchedTo !== undefined && verdict === undefined);
}

const clausesOf = remember((reference: string) => parseStandardNumber(reference)?.clauses ?? []);

type Measurement = RoutingDemand['demand']['measurements'][number];

function rangesOf(measurements: readonly Measurement[], parameter: string): MeasuringRange[] {
  const wanted = measurements.filter(({ measurand }) => isNamed(parameter, measurand));
  return wanted.map(({ min, max, unit }) => ({ min, max, unit }));
}
