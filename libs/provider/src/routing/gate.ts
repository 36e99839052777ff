import type { Words } from '@qi/kernel';
import type { Candidate } from './candidate';
import type { RoutingDemand } from './demand';
import type { RoutingPolicy } from './policy';
import type { StandardCurrency } from './standard-fact';

export interface RoutingContext {
  /** Business date of the decision. */
  readonly asOf: string;
  readonly standards: StandardCurrency;
  readonly policy: RoutingPolicy;
}

/** A near hit that several providers may share: `held` begins with a plural verb («hold GB …»), `lacking` says what nobody has. */
export interface Miss {
  readonly held: Words;
  readonly lacking: Words;
}

export type Verdict =
  | { readonly pass: true; readonly note?: Words }
  | {
      readonly pass: false;
      /** Stable reason within the gate. */
      readonly code: string;
      readonly words: Words;
      /** What would let the candidate pass. */
      readonly mend?: Words;
      readonly miss?: Miss;
    };

/**
 * What a gate rests on. `competence`: what the provider is approved for; it fails when approval or equipment is lost.
 * `legal`: another rule that binds always. `practical`: gives way when a clerk dispatches by hand; the others never do.
 */
export const gateKinds = ['competence', 'legal', 'practical'] as const;
export type GateKind = (typeof gateKinds)[number];

/** A hard condition: pure, judges one candidate from values only. A failed gate excludes. */
export interface Gate<F = unknown> {
  readonly name: string;
  readonly words: Words;
  readonly kind: GateKind;
  judge(demand: RoutingDemand, candidate: Candidate<F>, context: RoutingContext): Verdict;
}

/** A soft preference: pure, 0 (worst) to 1 (best). */
export interface Factor<F = unknown> {
  readonly name: string;
  readonly words: Words;
  score(demand: RoutingDemand, candidate: Candidate<F>, context: RoutingContext): number;
  /** The same score, where what depends on the demand alone is reckoned once for all candidates; it sees no facts. */
  prepare?(demand: RoutingDemand, context: RoutingContext): (candidate: Candidate) => number;
  /** Takes longer than the others, and is asked last. */
  readonly costly?: boolean;
}

/** A factor that is written for all candidates of a demand, from which its score for one follows. */
export function preparedFactor(factor: Omit<Factor, 'score'> & Required<Pick<Factor, 'prepare'>>): Factor {
  return { ...factor, score: (demand, candidate, context) => factor.prepare(demand, context)(candidate) };
}

export interface RoutingRules<F = unknown> {
  readonly gates: readonly Gate<F>[];
  readonly factors: readonly Factor<F>[];
  /** The facts without what the gates make nothing of for this demand: the record keeps the rest. Absent: all of them. */
  trimFacts?(demand: RoutingDemand, facts: F): unknown;
}

export const pass: Verdict = { pass: true };
