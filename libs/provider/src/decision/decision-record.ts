import type { RoutingDecision, RoutingInput } from '../routing/decision';

/** All that was known and found when a task was routed. Never changed. */
export interface DecisionRecord {
  readonly id: string;
  readonly taskId: string;
  readonly requestId: string;
  readonly round: number;
  /** Counts the decisions about the task, over all rounds. */
  readonly attempt: number;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly policyVersion: number;
  /** SHA-256 of the JSON text of the inputs, lower-case hex. */
  readonly inputsHash: string;
  readonly inputs: RoutingInput;
  readonly decision: RoutingDecision;
}
