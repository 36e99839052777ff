import type { RoutingRules } from '../routing/gate';
import type { RoutingPolicy } from '../routing/policy';
import { route } from '../routing/route';
import { firstDifference } from './difference';
import type { Replay } from './difference';
import { hashOf, inputsOf, outcomeIn, outcomeOf } from './record-text';
import type { RecordText } from './record-text';

/**
 * Decides again from the recorded values with today's rules: the same order, scores and failed gates of every candidate
 * kept, or the first place where they differ. What was counted over all candidates can be counted again only where all
 * of them are kept.
 */
export function replay(text: RecordText, policy: RoutingPolicy, rules: RoutingRules): Replay {
  const hash = hashOf(text.values);
  if (hash !== text.hash) return { same: false, difference: { pointer: '/hash', recorded: text.hash, replayed: hash } };
  const inputs = inputsOf(text, policy);
  const recorded = outcomeIn(text);
  const again = outcomeOf({ inputs, decision: route(inputs, rules) });
  const complete = recorded.candidates === inputs.candidates.length;
  const difference = firstDifference(
    recorded,
    complete ? { ...again, order: again.order.slice(0, recorded.order.length) } : { ...recorded, ...partOf(again) },
    '',
  );
  return difference ? { same: false, difference } : { same: true };
}

function partOf({ order, found }: ReturnType<typeof outcomeOf>) {
  return { order, found };
}
