import type { Actor } from '@qi/platform';
import type { DecisionRecord } from './decision-record';

/** A provider sees what was found about itself; what its competitors hold and how busy they are is not its business. */
export function viewOf(record: DecisionRecord, actor: Actor, organisation: 'institution' | 'expert'): DecisionRecord {
  if (actor.org?.kind !== organisation) return record;
  const own = actor.org.id;
  const mine = <T extends { readonly providerId: string }>(all: readonly T[]) =>
    all.filter(({ providerId }) => providerId === own);
  const judgements = mine(record.decision.judgements);
  const keys = new Set(judgements.map(({ key }) => key));
  return {
    ...record,
    inputs: { ...record.inputs, candidates: mine(record.inputs.candidates) },
    decision: {
      ...record.decision,
      judgements,
      order: record.decision.order.filter((key) => keys.has(key)),
      nearestMisses: mine(record.decision.nearestMisses),
    },
  };
}
