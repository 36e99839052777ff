import type { Candidate } from '../routing/candidate';
import { keyOf } from '../routing/candidate';
import type { RoutingDecision, RoutingInput } from '../routing/decision';
import type { RoutingDemand } from '../routing/demand';
import type { RoutingRules } from '../routing/gate';
import { areaContains } from '@qi/kernel';

/** This many of those that passed are kept with their facts, the best. */
export const MOST_KEPT = 10;

export interface Kept {
  readonly inputs: RoutingInput;
  readonly decision: RoutingDecision;
}

/**
 * What is worth keeping of a decision: the best ten, the nearest misses and whoever the reason speaks of, each with the
 * facts that the gates look at and no others, so that they are judged again to the same words; of all others the tally.
 */
export function keep({ inputs, decision }: Kept, rules: RoutingRules): Kept {
  const order = decision.order.slice(0, MOST_KEPT);
  const named = inputs.demand.dispatchedTo;
  const keys = new Set([...order, ...[...decision.nearestMisses, ...decision.sharedMisses].map(({ key }) => key)]);
  const isKept = (one: { readonly providerId: string; readonly siteId?: string }) =>
    one.providerId === named || keys.has(keyOf(one));
  const demand = withoutNames(inputs.demand);
  const candidates = inputs.candidates.filter(isKept).map((candidate) => trim(candidate, inputs.demand, rules));
  return {
    inputs: {
      ...inputs,
      demand,
      candidates,
      standards: inputs.standards.map((fact) => ({ ...fact, title: NO_WORDS })),
    },
    decision: { ...decision, order, judgements: decision.judgements.filter(isKept) },
  };
}

const NO_WORDS = { zh: '', en: '' };

/** Free text and the firm's name decide nothing. */
function withoutNames(demand: RoutingDemand): RoutingDemand {
  return { ...demand, demand: { ...demand.demand, text: '' }, enterprise: { ...demand.enterprise, name: '' } };
}

/** Of areas and conflicts only what speaks of this firm; of the facts what the gates of the element look at. */
function trim(candidate: Candidate, demand: RoutingDemand, { trimFacts }: RoutingRules): Candidate {
  const { areaCode, id, uscc } = demand.enterprise;
  const serving = candidate.areasServed.find((area) => areaContains(area, areaCode)) ?? candidate.areasServed[0];
  return {
    ...candidate,
    areasServed: serving === undefined ? [] : [serving],
    conflicts: candidate.conflicts.filter((conflict) => conflict === id || conflict === uscc),
    facts: trimFacts ? trimFacts(demand, candidate.facts) : candidate.facts,
  };
}
