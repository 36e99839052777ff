import type { Scheme, TestDemand } from '@qi/contracts';
import type { Candidate } from '../../candidate';
import { within } from '../../day';
import type { RoutingDemand } from '../../demand';
import type { ScopeFacts, ScopeLineFact } from '../../facts';
import type { RoutingContext } from '../../gate';
import { coversEveryParameter, isNamed } from '../../names';
import { admitsLimit } from './limit';
import { coversClauses, methodOn, numberOf, readNumber } from './method';
import type { Method } from './method';

/**
 * How far the lines of a candidate carry one pair. Each list narrows the one before, so a pair is told as missing
 * where its lines run out first and by that gate only.
 */
export interface PairCoverage {
  readonly pair: TestDemand;
  readonly method: Method;
  readonly ofObject: readonly ScopeLineFact[];
  readonly ofParameter: readonly ScopeLineFact[];
  readonly ofMethod: readonly ScopeLineFact[];
  readonly valid: readonly ScopeLineFact[];
  readonly calibrated: readonly ScopeLineFact[];
  readonly admitted: readonly ScopeLineFact[];
  /** Admitted lines whose scheme is demanded; all of them if no scheme is. */
  readonly accredited: readonly ScopeLineFact[];
  readonly missingSchemes: readonly Scheme[];
}

interface Remembered {
  readonly demand: RoutingDemand;
  readonly standards: RoutingContext['standards'];
  readonly coverage: readonly PairCoverage[];
}

const remembered = new WeakMap<Candidate<ScopeFacts>, Remembered>();

/** The coverage of every pair, worked out once for the gates that ask in turn. */
export function coverageOf(
  demand: RoutingDemand,
  candidate: Candidate<ScopeFacts>,
  context: RoutingContext,
): readonly PairCoverage[] {
  const { standards } = context;
  const before = remembered.get(candidate);
  if (before?.demand === demand && before.standards === standards) return before.coverage;
  const coverage = pairsOf(demand).map(([pair, method]) => cover(pair, method, demand, candidate.facts.lines));
  remembered.set(candidate, { demand, standards, coverage });
  return coverage;

  function pairsOf({ element, demand: { object, tests, plannedDate } }: RoutingDemand): [TestDemand, Method][] {
    if (tests.length === 0 && element === 'certification') {
      return [[{ parameter: object, methodStandard: '*' }, { kind: 'any' }]];
    }
    return tests.map((pair) => [pair, methodOn(pair.methodStandard, plannedDate, standards)]);
  }
}

function cover(pair: TestDemand, method: Method, task: RoutingDemand, lines: readonly ScopeLineFact[]): PairCoverage {
  const { demand } = task;
  const on = demand.plannedDate;
  const ofObject = lines.filter((line) => isNamed(demand.object, line.object, line.objectNames));
  const ofParameter = ofObject.filter((line) => method.kind === 'any' || coversParameter(line, pair.parameter));
  const ofMethod = ofParameter.filter(
    (line) => citesMethod(line, method) && coversClauses(line.clauses, pair.methodStandard),
  );
  const valid = ofMethod.filter((line) => line.status === 'active' && within(on, line.validFrom, line.validTo));
  const calibrated = valid.filter((line) => within(on, undefined, line.equipmentValidTo));
  const admitted = calibrated.filter((line) => admitsLimit(line, pair, task));
  const wanted = demand.schemes;
  return {
    pair,
    method,
    ofObject,
    ofParameter,
    ofMethod,
    valid,
    calibrated,
    admitted,
    accredited: wanted.length === 0 ? admitted : admitted.filter((line) => wanted.includes(line.scheme)),
    missingSchemes: wanted.filter((scheme) => !admitted.some((line) => line.scheme === scheme)),
  };
}

export function coversParameter(line: ScopeLineFact, parameter: string): boolean {
  return coversEveryParameter(line.parameter) || isNamed(parameter, line.parameter, line.parameterNames);
}

/** A dated line covers that edition only; an undated one the edition in force, which is what `method` then is. */
export function citesMethod(line: ScopeLineFact, method: Method): boolean {
  if (method.kind === 'any') return true;
  const wanted = numberOf(method);
  if (wanted === undefined) return false;
  const cited = readNumber(line.methodStandard);
  if (!cited) return false;
  return cited.dated === undefined ? cited.family === readNumber(wanted)?.family : cited.dated === wanted;
}
