import { createHash } from 'node:crypto';
import { keyOf } from '../routing/candidate';
import type { Candidate } from '../routing/candidate';
import type { RoutingDecision, RoutingInput, Tally } from '../routing/decision';
import type { RoutingRules } from '../routing/gate';
import { missOf } from '../routing/misses';
import type { RoutingPolicy } from '../routing/policy';
import { reasonOf } from '../routing/reason';
import { route } from '../routing/route';
import type { StandardFact } from '../routing/standard-fact';
import type { Kept } from './keep';
import { pack, unpack } from './packing';
import type { Packed } from './packing';
import { WORDS } from './words';

/**
 * The stored form of what `keep` keeps, about 2 kB of JSON. What the rules tell again from the facts is not written:
 * verdicts, scores, words. Outcomes are, so that a change of the rules shows.
 */
export interface RecordText {
  readonly attempt: number;
  readonly policy: number;
  /** SHA-256 of the JSON text of `values`, lower-case hex. */
  readonly hash: string;
  readonly values: Packed;
  readonly outcome: Packed;
}

interface Values extends Omit<RoutingInput, 'policy' | 'candidates' | 'standards'> {
  readonly candidates: readonly Partial<Candidate>[];
  readonly standards: readonly Partial<StandardFact>[];
}

/** What was found about the candidates kept, in their order; a place in it stands for a key. */
export interface Outcome extends Omit<Tally, 'sharedMisses'> {
  readonly order: readonly number[];
  readonly misses: readonly number[];
  readonly shared: readonly (readonly [gate: string, providers: number, place: number])[];
  /** Weighted score in millionths, then the gates that failed. */
  readonly found: readonly (readonly [total: number, ...failed: string[]])[];
}

/** Stands for the candidate's own site in its facts, so that what many hold alike is written alike. A private character. */
const HERE = '\uE000';

/** What is not written where it is so. */
const USUAL = { areasServed: [], conflicts: [], active: true, openJobs: 0 };
const USUAL_STANDARD = { title: { zh: '', en: '' }, mandatory: false, successors: [] };

export function textOf(kept: Kept, attempt: number): RecordText {
  const values = packValues(kept.inputs);
  const policy = kept.inputs.policy.version;
  return { attempt, policy, hash: hashOf(values), values, outcome: pack(outcomeOf(kept), WORDS) };
}

/** The text is what a `json` column keeps and what JSON.parse and JSON.stringify give again, years later. */
export function hashOf(values: Packed): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}

function packValues({ policy: _, candidates, standards, ...rest }: RoutingInput): Packed {
  const values: Values = {
    ...rest,
    candidates: candidates.map((candidate) => withoutUsual(atSite(candidate, candidate.siteId, HERE), USUAL)),
    standards: standards.map(({ title: _title, ...fact }) => withoutUsual(fact, USUAL_STANDARD)),
  };
  return pack(values, WORDS);
}

export function inputsOf({ values }: RecordText, policy: RoutingPolicy): RoutingInput {
  const { candidates, standards, ...rest } = unpack(values, WORDS) as Values;
  return {
    ...rest,
    policy,
    candidates: candidates.map((candidate) => atSite({ ...USUAL, ...candidate } as Candidate, HERE, candidate.siteId)),
    standards: standards.map((fact) => ({ ...USUAL_STANDARD, ...fact }) as StandardFact),
  };
}

export function outcomeIn({ outcome }: RecordText): Outcome {
  return unpack(outcome, WORDS) as Outcome;
}

export function outcomeOf({ inputs, decision }: Kept): Outcome {
  const places = new Map(inputs.candidates.map((candidate, place) => [keyOf(candidate), place]));
  const placeOf = (key: string) => places.get(key) ?? -1;
  const byKey = [...decision.judgements].sort((a, b) => placeOf(a.key) - placeOf(b.key));
  return {
    candidates: decision.candidates,
    passed: decision.passed,
    gateCounts: Object.fromEntries(Object.entries(decision.gateCounts).filter(([, count]) => count > 0)),
    order: decision.order.map(placeOf),
    misses: decision.nearestMisses.map(({ key }) => placeOf(key)),
    shared: decision.sharedMisses.map(({ gate, providers, key }) => [gate, providers, placeOf(key)]),
    found: byKey.map(({ total, failed }) => [total, ...failed.map(({ gate }) => gate)]),
  };
}

/** The decision as recorded, in the words that the rules have today for the facts of then. */
export function decisionOf(
  outcome: Omit<Outcome, 'found'>,
  inputs: RoutingInput,
  rules: RoutingRules,
): RoutingDecision {
  const keys = inputs.candidates.map(keyOf);
  const keyAt = (place: number) => keys[place] ?? '';
  const { gates, factors, judgements } = route(inputs, rules);
  const tally: Tally = {
    candidates: outcome.candidates,
    passed: outcome.passed,
    gateCounts: { ...Object.fromEntries(gates.map((gate) => [gate, 0])), ...outcome.gateCounts },
    sharedMisses: outcome.shared.map(([gate, providers, place]) => ({ gate, providers, key: keyAt(place) })),
  };
  const named = { order: outcome.order.map(keyAt), judgements };
  return {
    gates,
    factors,
    ...named,
    ...tally,
    nearestMisses: outcome.misses.flatMap((place) =>
      judgements.filter(({ key }) => key === keyAt(place)).flatMap(missOf),
    ),
    reason: reasonOf(inputs.demand, rules, tally, named),
  };
}

function atSite(candidate: Candidate, from: string | undefined, to: string | undefined): Candidate {
  return from === undefined ? candidate : { ...candidate, facts: swapped(candidate.facts, from, to) };
}

function swapped(value: unknown, from: string, to: string | undefined): unknown {
  if (value === from) return to;
  if (Array.isArray(value)) return value.map((one) => swapped(one, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, swapped(part, from, to)]));
}

function withoutUsual<T extends object>(value: T, usual: object): Partial<T> {
  const common = new Map<string, unknown>(Object.entries(usual));
  const isUsual = ([key, part]: [string, unknown]) =>
    common.has(key) && (Array.isArray(part) ? part.length === 0 : part === common.get(key));
  return Object.fromEntries(Object.entries(value).filter((entry) => !isUsual(entry))) as Partial<T>;
}
