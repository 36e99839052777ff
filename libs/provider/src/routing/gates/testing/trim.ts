import type { RoutingDemand } from '../../demand';
import type { ScopeFacts, ScopeLineFact } from '../../facts';
import { isNamed } from '../../names';
import { coversParameter } from './coverage';

/**
 * The lines that the gates tell apart for this demand: those of its parameters, or one that shows the object is held.
 * Ids give way to their order, which is all that the gates make of them.
 */
export function trimScope<F extends ScopeFacts>({ demand: { object, tests } }: RoutingDemand, facts: F): F {
  const sorted = [...facts.lines].sort((a, b) => (a.lineId < b.lineId ? -1 : 1));
  const asked = (line: ScopeLineFact) => tests.some(({ parameter }) => coversParameter(line, parameter));
  const lines = tests.length === 0 ? sorted : sorted.filter(asked);
  const shown = sorted.find((line) => isNamed(object, line.object, line.objectNames)) ?? sorted[0];
  const ofObject = lines.some((line) => isNamed(object, line.object, line.objectNames));
  const kept = ofObject || !shown ? lines : [shown, ...lines.filter((line) => line !== shown)];
  return { ...facts, lines: kept.map((line, at) => ({ ...line, lineId: at.toString(36) })) };
}
