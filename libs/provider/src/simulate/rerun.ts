import { winnerOf } from '../routing/decision';
import type { Judgement, RoutingInput } from '../routing/decision';
import { addDays, daysBetween } from '../routing/day';
import type { RoutingRules } from '../routing/gate';
import type { RoutingPolicy } from '../routing/policy';
import { route } from '../routing/route';

/** A decision of the past, with what its record keeps. */
export interface PastDecision {
  readonly id: string;
  readonly taskId: string;
  /** With the policy of then. */
  readonly inputs: RoutingInput;
  /** Candidates judged then; more than `inputs` has where the record names only the best and the nearest misses. */
  readonly candidates: number;
}

export interface Moved {
  readonly decisionId: string;
  readonly taskId: string;
  readonly asOf: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface Delay {
  /** Decisions that gave the task to somebody. */
  readonly given: number;
  /** Of these, promised for a day after the one needed by. */
  readonly late: number;
  /** Calendar days after that day, summed. */
  readonly days: number;
}

export interface ProviderJobs {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** What a changed policy would have made of past decisions; plain JSON, so that a run can stop and go on. */
export interface Rerun {
  readonly decisions: number;
  /** Decisions judged again among the best ten and the nearest misses only. */
  readonly partial: number;
  readonly moved: number;
  readonly delay: { readonly before: Delay; readonly after: Delay };
  readonly providers: Readonly<Record<string, ProviderJobs>>;
  /** The first moves, to look at. */
  readonly examples: readonly Moved[];
  /** Moved jobs still in somebody's hands: until when, and by how much the provider's load differs. */
  readonly shifts: readonly (readonly [until: string, providerId: string, jobs: number])[];
}

const NO_DELAY: Delay = { given: 0, late: 0, days: 0 };

export const nothingYet: Rerun = {
  decisions: 0,
  partial: 0,
  moved: 0,
  delay: { before: NO_DELAY, after: NO_DELAY },
  providers: {},
  examples: [],
  shifts: [],
};

const MOST_EXAMPLES = 50;

/**
 * Decides one past demand again under another policy and adds what differs. Decisions are given in the order in which
 * they were made: a job that moved makes its new provider busier, and the old one freer, until it would have been done.
 */
export function rerun(so: Rerun, past: PastDecision, policy: RoutingPolicy, rules: RoutingRules): Rerun {
  const { inputs } = past;
  const shifts = so.shifts.filter(([until]) => until >= inputs.asOf);
  const before = winnerOf(route(inputs, rules));
  const after = winnerOf(route({ ...shifted(inputs, shifts), policy }, rules));
  const moved = before?.providerId !== after?.providerId;
  return {
    decisions: so.decisions + 1,
    partial: so.partial + Number(past.candidates > inputs.candidates.length),
    moved: so.moved + Number(moved),
    delay: {
      before: plusDelay(so.delay.before, inputs, before),
      after: plusDelay(so.delay.after, inputs, after),
    },
    providers: plusJob(plusJob(so.providers, before, 'before'), after, 'after'),
    examples:
      moved && so.examples.length < MOST_EXAMPLES ? [...so.examples, exampleOf(past, before, after)] : so.examples,
    shifts: moved ? [...shifts, ...shiftOf(before, -1), ...shiftOf(after, 1)] : shifts,
  };
}

function shifted(inputs: RoutingInput, shifts: Rerun['shifts']): RoutingInput {
  if (shifts.length === 0) return inputs;
  const by = new Map<string, number>();
  for (const [, providerId, jobs] of shifts) by.set(providerId, (by.get(providerId) ?? 0) + jobs);
  const candidates = inputs.candidates.map((candidate) => {
    const jobs = by.get(candidate.providerId) ?? 0;
    return jobs === 0 ? candidate : { ...candidate, openJobs: Math.max(0, candidate.openJobs + jobs) };
  });
  return { ...inputs, candidates };
}

function shiftOf(winner: Judgement | undefined, jobs: number): Rerun['shifts'] {
  return winner ? [[addDays(winner.promisedDate, 1), winner.providerId, jobs]] : [];
}

function plusDelay(so: Delay, { demand }: RoutingInput, winner: Judgement | undefined): Delay {
  if (!winner) return so;
  const days = Math.max(0, daysBetween(demand.needBy ?? demand.demand.plannedDate, winner.promisedDate));
  return { given: so.given + 1, late: so.late + Number(days > 0), days: so.days + days };
}

function plusJob(
  providers: Rerun['providers'],
  winner: Judgement | undefined,
  when: 'before' | 'after',
): Rerun['providers'] {
  if (!winner) return providers;
  const { providerId, name } = winner;
  const known = providers[providerId] ?? { name, before: 0, after: 0 };
  return { ...providers, [providerId]: { ...known, name, [when]: known[when] + 1 } };
}

function exampleOf({ id, taskId, inputs }: PastDecision, before?: Judgement, after?: Judgement): Moved {
  return { decisionId: id, taskId, asOf: inputs.asOf, from: before?.name ?? null, to: after?.name ?? null };
}
