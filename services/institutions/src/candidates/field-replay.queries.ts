import { NO_LOAD, PastLoads, bySnapshot, firstDifference, inputsOf, keyOf, outcomeIn, textOf } from '@qi/provider';
import type { FieldState, RecordText, Replay, RoutingInput, RoutingPolicy } from '@qi/provider';
import { nameKey } from '@qi/kernel';
import type { EntityManager } from 'typeorm';
import type { Names } from '../synonym/thesaurus';
import { LoadsNow } from './loads-now.queries';
import type { RegisterColumns } from './register-columns';
import type { Decided, RegisterDecider } from './register.decider';
import type { RegisterQueries } from './register.queries';

export interface PastRecord {
  readonly id: string;
  readonly record: RecordText;
}

export interface ReplayedField extends Replay {
  readonly id: string;
  /** False where the record is older than the history of loads: of its field nothing can be said. */
  readonly known: boolean;
}

type Stated = RoutingInput & { readonly epoch: string; readonly field: FieldState };

/**
 * Decides past demands again over everybody, in the register, with the loads and by the names of then: counts of every
 * gate, the best with their scores, the nearest misses. It has a register of its own in memory, which it moves from
 * epoch to epoch, so it is for a process beside the service.
 */
export class FieldReplay {
  private columns: RegisterColumns | undefined;
  private epoch = '0';

  constructor(
    private readonly register: RegisterQueries,
    private readonly decider: RegisterDecider,
  ) {}

  async replay(
    tx: EntityManager,
    records: readonly PastRecord[],
    policyOf: (version: number) => RoutingPolicy,
  ): Promise<ReplayedField[]> {
    const past = records.map(({ id, record }) => ({ id, record, inputs: inputsOf(record, policyOf(record.policy)) }));
    const replayed = new Map<string, ReplayedField>();
    for (const { id } of past) replayed.set(id, { id, known: false, same: true });
    const known = past.filter((one): one is typeof one & { inputs: Stated } => isStated(one.inputs));
    known.sort((a, b) => bySnapshot(a.inputs.field.loads, b.inputs.field.loads));
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last) return [...replayed.values()];
    const columns = await this.moveTo(tx, first.inputs.epoch);
    columns.forgetLoads();
    const loads = await PastLoads.between(tx, first.inputs.field.loads, last.inputs.field.loads);
    for (const { id, record, inputs } of known) {
      await this.moveTo(tx, inputs.epoch);
      loads.advance(inputs.field.loads, (provider, load) => columns.setLoad(provider, load));
      const difference = await this.difference(tx, columns, record, inputs);
      replayed.set(id, { id, known: true, ...(difference ? { same: false, difference } : { same: true }) });
    }
    return [...replayed.values()];
  }

  private async moveTo(tx: EntityManager, epoch: string): Promise<RegisterColumns> {
    if (this.columns) await this.register.move(tx, this.columns, this.epoch, epoch);
    else this.columns = await this.register.asOf(tx, epoch);
    this.epoch = epoch;
    return this.columns;
  }

  private async difference(tx: EntityManager, columns: RegisterColumns, record: RecordText, inputs: Stated) {
    const { candidates: _, epoch, field, ...asked } = inputs;
    const now = { columns, epoch, loadsSeen: field.loads, names: namesIn(field) };
    const one = this.decider.decideOne(now, loadsOf(columns, field, inputs.demand.requestId), asked);
    if (one.found.candidates > 0) return firstDifference(recorded(record, inputs), found(one), '');
    const images = await this.register.images(tx, one.worth.institutions, epoch);
    const again = textOf(this.decider.inWords(now, one, images), record.attempt);
    return firstDifference(outcomeIn(record), outcomeIn(again), '');
  }
}

function isStated(inputs: RoutingInput): inputs is Stated {
  return inputs.epoch !== undefined && inputs.field !== undefined;
}

function namesIn({ names }: FieldState): Names {
  const others = new Map(names.map(([kind, name, ...rest]) => [`${kind} ${nameKey(name)}`, rest]));
  return { covering: (kind, name) => [nameKey(name), ...(others.get(`${kind} ${nameKey(name)}`) ?? [])] };
}

/** The loads of the snapshot with what was the deciding transaction's own. */
function loadsOf(columns: RegisterColumns, { own, same }: FieldState, requestId: string): LoadsNow {
  const changed = own.map(([id, openJobs]) => {
    const number = columns.institutionNumber(id);
    return [id, { ...(number < 0 ? NO_LOAD : columns.numbers.loadOf(number)), openJobs }] as const;
  });
  return new LoadsNow(
    { columns, own: new Map(changed) },
    new Map(same.map(([id, jobs]) => [`${requestId}/${id}`, jobs])),
  );
}

function recorded(record: RecordText, { candidates }: RoutingInput) {
  const outcome = outcomeIn(record);
  const keyAt = (place: number) => keyOf(candidates[place] ?? { providerId: '' });
  return {
    ...{ candidates: outcome.candidates, passed: outcome.passed, gateCounts: outcome.gateCounts },
    order: outcome.order.map(keyAt),
    totals: outcome.order.map((place) => outcome.found[place]?.[0]),
    misses: outcome.misses.map(keyAt),
    shared: outcome.shared.map(([gate, providers, place]) => [gate, providers, keyAt(place)]),
  };
}

function found({ found: { candidates, passed, gateCounts, order, totals, misses, shared }, keyOf: at }: Decided) {
  return {
    ...{ candidates, passed, totals },
    gateCounts: Object.fromEntries(Object.entries(gateCounts).filter(([, count]) => count > 0)),
    order: order.map(at),
    misses: misses.map(at),
    shared: shared.map(({ gate, providers, site }) => [gate, providers, at(site)]),
  };
}
