import type { Kept } from '../record/keep';
import { decisionOf, inputsOf, outcomeIn } from '../record/record-text';
import type { RoutingRules } from '../routing/gate';
import type { RoutingPolicy } from '../routing/policy';
import type { DecisionRow } from './decision.row';

/** What was known and found when a task was routed, of the candidates worth naming. Never changed. */
export interface DecisionRecord extends Kept {
  readonly id: string;
  readonly taskId: string;
  readonly requestId: string;
  readonly round: number;
  /** Counts the decisions about the task, over all rounds. */
  readonly attempt: number;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly policyVersion: number;
}

/** The record of a row, in the words that the rules have today. `policy` is the version that the row names. */
export function recordOf(row: DecisionRow, policy: RoutingPolicy, rules: RoutingRules): DecisionRecord {
  const { id, taskId, requestId, at, record } = row;
  const inputs = inputsOf(record, policy);
  return {
    ...{ id, taskId, requestId, round: inputs.demand.round, attempt: record.attempt, at: at.toISOString() },
    policyVersion: record.policy,
    inputs,
    decision: decisionOf(outcomeIn(record), inputs, rules),
  };
}
