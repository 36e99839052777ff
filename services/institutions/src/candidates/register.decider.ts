import { Injectable } from '@nestjs/common';
import {
  Decider,
  ProviderSettings,
  decisionOf,
  jobsOfRequests,
  keyOf,
  keep,
  route,
  standardCurrency,
  standardInForce,
} from '@qi/provider';
import type { Candidate, Deciding, FieldState, Kept, RoutingDemand, RoutingInput } from '@qi/provider';
import { together } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { SynonymService } from '../synonym/synonym.service';
import type { Names } from '../synonym/thesaurus';
import { candidatesOf } from './candidate';
import { coveredNames } from './covered-names';
import { demandKeys } from './demand-keys';
import { Field } from './field';
import type { FieldDecision } from './field';
import { LoadsNow } from './loads-now.queries';
import { dayNumber } from './register-columns';
import type { RegisterColumns } from './register-columns';
import { RegisterQueries } from './register.queries';
import type { RegisterNow } from './register.queries';
import type { ImageTerms } from './register-image';
import { Scratch } from './scratch';
import { worthJudging } from './worth-judging';
import type { WorthJudging } from './worth-judging';

/** The register and the table of synonyms as they stand for a transaction. */
export interface Knowing extends Omit<RegisterNow, 'own'> {
  readonly names: Names;
}

type Asked = Omit<Deciding, 'task'>;

export interface Decided {
  readonly asked: Asked;
  readonly state: FieldState;
  readonly found: FieldDecision;
  readonly worth: WorthJudging;
  /** Keys of the candidates worth naming; absent: all of those worth judging. */
  readonly named?: ReadonlySet<string>;
  readonly keyOf: (site: number) => string;
  readonly fill: (candidate: Candidate) => Candidate;
}

/**
 * Decides over numbers in memory, then reads the images of those worth naming, as of the same epoch, and has the gates
 * judge them in words. The verdicts, counts and order are those of `route` over everybody.
 */
@Injectable()
export class RegisterDecider extends Decider {
  private readonly scratch = new Scratch();

  constructor(
    private readonly register: RegisterQueries,
    private readonly settings: ProviderSettings,
    private readonly synonyms: SynonymService,
  ) {
    super();
  }

  async decide(tx: EntityManager, asked: readonly Deciding[]): Promise<Kept[]> {
    const [sameRequest, thesaurus, register] = await together(
      jobsOfRequests(tx, [...new Set(asked.map(({ task }) => task.requestId))]),
      this.synonyms.thesaurus(tx),
      this.register.current(tx),
    );
    // As it stands now: others bring it forward while this transaction waits for anything.
    const now = { ...register, names: thesaurus };
    const loads = new LoadsNow(now, sameRequest);
    const decided = asked.map(({ task: _, ...one }) => this.decideOne(now, loads, one));
    const ids = new Set(decided.flatMap(({ worth }) => worth.institutions));
    const images = await this.register.images(tx, [...ids], now.epoch);
    return decided.map((one) => this.inWords(now, one, images));
  }

  /** Without I/O: all that takes its time at the size of the country. */
  decideOne(now: Knowing, loads: LoadsNow, asked: Asked): Decided {
    const { columns } = now;
    const { demand, policy, standards, asOf } = asked;
    const { rules } = this.settings;
    const context = { asOf, policy, standards: standardCurrency(standards) };
    const keys = demandKeys(asked, columns.keys, now.names);
    const question = {
      ...{ demand, policy, rules, context, ...keys, ...loads.of(demand.requestId) },
      plannedDay: dayNumber(demand.demand.plannedDate),
      standardInForce: standardInForce.judge(demand, NOBODY, context).pass,
    };
    const found = new Field(question, columns, this.scratch).decide();
    const keyOf = (site: number) => `${columns.ids[columns.institutionOf[site] ?? 0]}/${columns.siteIds[site]}`;
    const sites = named(columns, demand, found);
    const institutions = [...new Set(sites.map((site) => columns.institutionOf[site] ?? 0))];
    const fill = loads.filling(demand.requestId, institutions);
    const state = {
      loads: now.loadsSeen,
      ...loads.apart(demand.requestId, found.institutions),
      names: namesOf(now, demand),
    };
    const [winner] = found.order;
    if (winner !== undefined) loads.give(columns.institutionOf[winner] ?? 0, demand.requestId);
    if (found.candidates === 0) return { asked, state, found, worth: worthJudging(columns, keys), keyOf, fill };
    const lines = columns.linesOf(institutions, keys.objectKeys);
    const worth = { institutions: [...lines.keys()], lines };
    return { asked, state, found, worth, named: new Set(sites.map(keyOf)), keyOf, fill };
  }

  /** `images` of all that are worth naming, as of the epoch. */
  inWords(now: Knowing, one: Decided, images: ReadonlyMap<string, ImageTerms>): Kept {
    const { rules } = this.settings;
    const candidates = candidatesIn(now, one, images).map(one.fill);
    const { epoch } = now;
    const inputs: RoutingInput = { ...one.asked, epoch, field: one.state, candidates: candidates.sort(byKey) };
    if (!one.named) return keep({ inputs, decision: route(inputs, rules) }, rules);
    const places = new Map(inputs.candidates.map((candidate, place) => [keyOf(candidate), place]));
    const placeOf = (site: number) => places.get(one.keyOf(site)) ?? -1;
    const { candidates: count, passed, gateCounts, order, misses, shared } = one.found;
    const outcome = {
      ...{ candidates: count, passed, gateCounts },
      order: order.map(placeOf),
      misses: misses.map(placeOf),
      shared: shared.map(({ gate, providers, site }) => [gate, providers, placeOf(site)] as const),
    };
    return keep({ inputs, decision: decisionOf(outcome, inputs, rules) }, rules);
  }
}

/** Depends on the demand alone; the gate wants somebody all the same. */
const NOBODY: Candidate = {
  ...{ providerId: '', name: '', areasServed: [], active: true, capacityPerWeek: 0, openJobs: 0, conflicts: [] },
  facts: undefined,
};

/** The best, the nearest misses, whoever the reason speaks of and whom a clerk named. */
function named(columns: RegisterColumns, { dispatchedTo }: RoutingDemand, found: FieldDecision): number[] {
  const sites = new Set([...found.order, ...found.misses, ...found.shared.map(({ site }) => site)]);
  const dispatched = dispatchedTo === undefined ? -1 : columns.institutionNumber(dispatchedTo);
  if (dispatched >= 0) {
    columns.siteIds.forEach((_, site) => columns.institutionOf[site] === dispatched && sites.add(site));
  }
  return [...sites];
}

/** Other names that cover what is asked for; most things have none. */
function namesOf({ names }: Knowing, { demand: { object, tests } }: RoutingDemand): FieldState['names'] {
  const parameters = [...new Set(tests.map(({ parameter }) => parameter))];
  const asked = [['object', object] as const, ...parameters.map((name) => ['parameter', name] as const)];
  return asked.flatMap(([kind, name]): FieldState['names'] => {
    const others = names.covering(kind, name).slice(1);
    return others.length > 0 ? [[kind, name, ...others]] : [];
  });
}

function candidatesIn(now: Knowing, { asked, worth, named }: Decided, images: ReadonlyMap<string, ImageTerms>) {
  const { element, demand } = asked.demand;
  const wanted = { element, plannedDate: demand.plannedDate, namesOf: coveredNames(demand, now.names) };
  return worth.institutions
    .map((id) => images.get(id))
    .filter((image) => image !== undefined)
    .flatMap((image): Candidate[] => {
      const held = worth.lines.get(image.institutionId) ?? [];
      return candidatesOf(image, held, now.columns.keys, wanted);
    })
    .filter((candidate) => named?.has(keyOf(candidate)) ?? true);
}

function byKey(a: Candidate, b: Candidate): number {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
