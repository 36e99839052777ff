import type { DomainEvent } from '@qi/contracts';
import type { Decision } from '@qi/kernel';
import type { LifeLineEntry } from '../life-line/life-line';

export const clockKinds = ['accept', 'dispatch', 'answer', 'visit', 'rating'] as const;
export type ClockKind = (typeof clockKinds)[number];

/** What a rule asks of a clock; the clock of a kind belongs to the request, or to one of its tasks. */
export interface ClockCommand {
  readonly action: 'start' | 'stop' | 'pause' | 'resume';
  readonly kind: ClockKind;
  readonly requestId: string;
  readonly taskId: string | null;
  readonly at: Date;
  /** Item whose own limit applies, where it has one. */
  readonly itemCode?: string;
  /** Due time that somebody else set (a provider's answer-by); otherwise it is counted in working minutes. */
  readonly dueAt?: Date;
}

/** What a rule about a request or a task answers: the next state, the facts, the steps to show and the clocks to move. */
export interface Change<S> extends Decision<S, DomainEvent> {
  readonly entries: readonly LifeLineEntry[];
  readonly clocks: readonly ClockCommand[];
}
