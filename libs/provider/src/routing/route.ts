import type { Words } from '@qi/kernel';
import { keyOf } from './candidate';
import type { Candidate } from './candidate';
import { standardCurrency } from './currency';
import { MILLION } from './decision';
import type { FailedGate, Judgement, RoutingDecision, RoutingInput, Tally } from './decision';
import { draw } from './draw';
import type { Factor, Gate, RoutingContext, RoutingRules, Verdict } from './gate';
import { countPerGate, nearestMisses, sharedMisses } from './misses';
import { expectedDate } from './promise';
import { reasonOf } from './reason';

/**
 * Judges every candidate by every gate and factor and puts those that pass all gates in order. Pure: the same values
 * give the same decision, in whatever order the candidates come; all scores are whole millionths, so that sums are
 * exact. Equal totals are decided by a draw seeded with the task's id, which spreads load and repeats on replay.
 */
export function route<F>(input: RoutingInput<F>, rules: RoutingRules<F>): RoutingDecision {
  const context: RoutingContext = {
    asOf: input.asOf,
    policy: input.policy,
    standards: standardCurrency(input.standards),
  };
  const judgements = [...input.candidates]
    .map((candidate) => judge(candidate, input, rules, context))
    .sort((a, b) => compareText(a.key, b.key));
  const passed = judgements.filter(({ failed }) => failed.length === 0).sort(bestFirst);
  const tally: Tally = {
    candidates: judgements.length,
    passed: passed.length,
    gateCounts: countPerGate(rules.gates, judgements),
    sharedMisses: passed.length > 0 ? [] : sharedMisses(judgements),
  };
  const order = passed.map(({ key }) => key);
  return {
    gates: rules.gates.map(({ name }) => name),
    factors: rules.factors.map(({ name }) => name),
    order,
    judgements,
    ...tally,
    nearestMisses: nearestMisses(judgements),
    reason: reasonOf(input.demand, rules, tally, { order, judgements }),
  };
}

function judge<F>(
  candidate: Candidate<F>,
  { demand }: RoutingInput<F>,
  rules: RoutingRules<F>,
  context: RoutingContext,
): Judgement {
  const failed: FailedGate[] = [];
  const notes: { gate: string; words: Words }[] = [];
  for (const gate of rules.gates) {
    const verdict = verdictOf(gate, demand, candidate, context);
    if (!verdict.pass) {
      const { pass: _, ...fault } = verdict;
      failed.push({ gate: gate.name, ...fault });
    } else if (verdict.note) notes.push({ gate: gate.name, words: verdict.note });
  }
  const scores = rules.factors.map((factor) => millionths(factor.score(demand, candidate, context)));
  const key = keyOf(candidate);
  return {
    key,
    providerId: candidate.providerId,
    ...(candidate.siteId && { siteId: candidate.siteId }),
    name: candidate.name,
    failed,
    notes,
    scores,
    total: weighted(scores, rules.factors, context),
    draw: draw(`${demand.taskId}:${key}`),
    promisedDate: expectedDate(demand, candidate, context),
  };
}

/** A clerk's dispatch overrides what is merely practical, and the record says so. */
function verdictOf<F>(
  gate: Gate<F>,
  demand: RoutingInput<F>['demand'],
  candidate: Candidate<F>,
  context: RoutingContext,
): Verdict {
  const verdict = gate.judge(demand, candidate, context);
  if (verdict.pass || gate.kind !== 'practical' || demand.dispatchedTo !== candidate.providerId) return verdict;
  const { zh, en } = verdict.words;
  return { pass: true, note: { zh: `人工指派，不计：${zh}`, en: `overridden by dispatch: ${en}` } };
}

/**
 * The weighted score of any candidate of a demand, millionths: what orders those that pass. Less than `toBeat` may be
 * told as -1, without asking the factors that cannot make up for it.
 */
export function scorer<F>(
  demand: RoutingInput<F>['demand'],
  { factors }: RoutingRules<F>,
  context: RoutingContext,
): (candidate: Candidate<F>, toBeat?: number) => number {
  const parts = factors
    .map((factor) => ({
      ...factor,
      weight: context.policy.weights[factor.name] ?? 0,
      of: scoreBy(factor, demand, context),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => Number(a.costly ?? false) - Number(b.costly ?? false));
  const sum = parts.reduce((total, { weight }) => total + weight, 0);
  return (candidate, toBeat = 0) => {
    // Weights are whole numbers, so that sums are exact in any order.
    let [total, left] = [0, sum * MILLION];
    for (const { weight, of } of parts) {
      if (total + left < toBeat * sum) return -1;
      total += millionths(of(candidate)) * weight;
      left -= weight * MILLION;
    }
    return sum === 0 ? 0 : Math.floor(total / sum);
  };
}

function scoreBy<F>(factor: Factor<F>, demand: RoutingInput<F>['demand'], context: RoutingContext) {
  return factor.prepare?.(demand, context) ?? ((candidate: Candidate<F>) => factor.score(demand, candidate, context));
}

function millionths(score: number): number {
  return Math.round(Math.min(1, Math.max(0, Number.isNaN(score) ? 0 : score)) * MILLION);
}

function weighted(scores: readonly number[], factors: readonly Factor<never>[], { policy }: RoutingContext): number {
  const weights = factors.map(({ name }) => policy.weights[name] ?? 0);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return 0;
  return Math.floor(scores.reduce((total, score, i) => total + score * (weights[i] ?? 0), 0) / sum);
}

function bestFirst(a: Judgement, b: Judgement): number {
  return b.total - a.total || a.draw - b.draw || compareText(a.key, b.key);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
