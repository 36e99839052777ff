import type { Words } from '@qi/kernel';
import type { Candidate } from './candidate';
import type { RoutingDemand } from './demand';
import type { Miss } from './gate';
import type { RoutingPolicy } from './policy';
import type { StandardFact } from './standard-fact';

/** Scores are whole millionths, so that sums are exact. */
export const MILLION = 1_000_000;

/** All that a decision depends on, as values. */
export interface RoutingInput<F = unknown> {
  readonly demand: RoutingDemand;
  readonly candidates: readonly Candidate<F>[];
  readonly asOf: string;
  readonly standards: readonly StandardFact[];
  readonly policy: RoutingPolicy;
  /** State of the register that the candidates are from, where it is kept by epochs. */
  readonly epoch?: string;
  /** What else the whole field was decided by, of candidates that a record does not name. */
  readonly field?: FieldState;
}

/** With the register of the epoch, enough to decide a whole field again years later. */
export interface FieldState {
  /** Snapshot in which the loads of providers were read. */
  readonly loads: string;
  /** Open jobs of candidates whose load the deciding transaction had changed by then. */
  readonly own: readonly (readonly [providerId: string, openJobs: number])[];
  /** Candidates with unfinished jobs of the same request. */
  readonly same: readonly (readonly [providerId: string, jobs: number])[];
  /** Keys of other names that covered the object and the parameters. */
  readonly names: readonly (readonly [kind: 'object' | 'parameter', name: string, ...others: string[]])[];
}

export interface FailedGate {
  readonly gate: string;
  readonly code: string;
  readonly words: Words;
  readonly mend?: Words;
  readonly miss?: Miss;
}

/** What was found about one candidate. A gate that is not in `failed` passed. */
export interface Judgement {
  readonly key: string;
  readonly providerId: string;
  readonly siteId?: string;
  readonly name: string;
  readonly failed: readonly FailedGate[];
  readonly notes: readonly { readonly gate: string; readonly words: Words }[];
  /** Millionths, in the order of `RoutingDecision.factors`. */
  readonly scores: readonly number[];
  /** Weighted mean of the scores, millionths. */
  readonly total: number;
  /** Seeded draw from task and candidate; decides between equal totals. */
  readonly draw: number;
  readonly promisedDate: string;
}

export interface NearMiss {
  readonly key: string;
  readonly providerId: string;
  readonly name: string;
  readonly gate: string;
  readonly words: Words;
}

/** Providers that come as close as `key` does, by what they hold in place of what the gate asks for. */
export interface SharedMiss {
  readonly gate: string;
  readonly providers: number;
  /** The first of these candidates by key: its verdict has the words. */
  readonly key: string;
}

/** What was counted over every candidate, whether or not it is named. */
export interface Tally {
  readonly candidates: number;
  /** Candidates that passed every gate. */
  readonly passed: number;
  /** How many candidates each gate excluded; every gate is named. */
  readonly gateCounts: Readonly<Record<string, number>>;
  /** What most providers have in place of what is asked; empty where somebody passed. */
  readonly sharedMisses: readonly SharedMiss[];
}

export interface RoutingDecision extends Tally {
  /** Names of the gates and factors applied, in order. */
  readonly gates: readonly string[];
  readonly factors: readonly string[];
  /** Keys of the candidates that passed every gate, best first; in a record the best ten. */
  readonly order: readonly string[];
  /** Every candidate, by key; in a record those that `keep` names. */
  readonly judgements: readonly Judgement[];
  readonly nearestMisses: readonly NearMiss[];
  readonly reason: Words;
}

/** The judgement of the candidate that comes first; undefined if none passed. */
export function winnerOf({ order, judgements }: RoutingDecision): Judgement | undefined {
  return order.length === 0 ? undefined : judgements.find(({ key }) => key === order[0]);
}
