import { LoadWatch } from '@qi/provider';
import type { ProviderLoad } from '@qi/provider';
import { together } from '@qi/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RegisterColumns } from './register-columns';
import { eachLine } from './register-image';
import type { ImageTerms, RegisterImage } from './register-image';
import type { ScopeKey } from './scope-keys';

const EPOCH = 'select epoch from register_epoch';

/** A page of keys in one text, because rows would cost more than their contents; names hold no tabs and line ends. */
const KEYS = `
  select string_agg(concat_ws(E'\\t', id, standard, family, object_key, parameter), E'\\n' order by id) as text, max(id) as last
  from (select * from scope_key where id > $1 order by id limit 50000) page`;
const KEYS_BY_ID = `
  select id, standard, family, object_key as "objectKey", parameter from scope_key where id = any ($1::int[])`;

const IMAGE = 'institution_id as "institutionId", epoch, facts, terms, lines';
const STOOD = 'epoch <= $2::bigint and (until_epoch is null or until_epoch > $2::bigint)';
const PAGE = `
  select ${IMAGE} from institution_image where institution_id > $1 and ${STOOD} order by institution_id limit 2000`;
const SOME = `select institution_id as "institutionId", facts, terms from institution_image where institution_id = any ($1::uuid[]) and ${STOOD}`;

/** In one statement, so that all is of one moment: the epoch, the images since $1, and those they took the place of. */
const CHANGES = `
  select now.epoch as now, image.* from register_epoch now left join (
    select true as stands, ${IMAGE} from institution_image where until_epoch is null and epoch > $1::bigint
    union all
    select false, ${IMAGE} from institution_image where until_epoch > $1::bigint and epoch <= $1::bigint
  ) image on true`;

/** As above between two epochs: the images that stand in $2 and not in $1, and those that stand in $1 only. */
const BETWEEN = `
  select null as now, image.* from (
    select epoch <= $2::bigint and (until_epoch is null or until_epoch > $2::bigint) as stands, ${IMAGE},
      epoch <= $1::bigint and (until_epoch is null or until_epoch > $1::bigint) as stood
    from institution_image
    where until_epoch > least($1::bigint, $2::bigint) or (until_epoch is null and epoch > least($1::bigint, $2::bigint))
  ) image where stands <> stood`;

type Change = RegisterImage & { readonly now: string; readonly stands: boolean | null };

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * The register and the loads of providers in memory, brought up to date within the transaction that is about to decide:
 * what has changed since the last time is read and put in place at once, so that a decision sees one epoch.
 */
@Injectable()
export class RegisterQueries {
  private state: State | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  /**
   * One after another: a change is put in place on top of the one before it. What is answered goes on following the
   * register, so take it as it stands at the moment of deciding.
   */
  current(tx: EntityManager): Promise<RegisterNow> {
    const next = this.turn.then(() => this.refresh(tx));
    this.turn = next.catch(() => undefined);
    return next;
  }

  /** The register as it stood in an epoch, without loads. */
  async asOf(tx: EntityManager, epoch: string): Promise<RegisterColumns> {
    const columns = new RegisterColumns();
    await readKeys(tx, columns);
    for (let last = FIRST_ID; ;) {
      const images = await tx.query<RegisterImage[]>(PAGE, [last, epoch]);
      columns.gather(images);
      const end = images.at(-1);
      if (!end) break;
      last = end.institutionId;
    }
    columns.settle();
    return columns;
  }

  /** Images as they stood in an epoch, by institution; without their lines, which are many and in memory. */
  async images(tx: EntityManager, ids: readonly string[], epoch: string): Promise<ReadonlyMap<string, ImageTerms>> {
    const rows = ids.length === 0 ? [] : await tx.query<ImageTerms[]>(SOME, [ids, epoch]);
    return new Map(rows.map((row) => [row.institutionId, row]));
  }

  private async refresh(tx: EntityManager): Promise<RegisterNow> {
    const known = this.state;
    const state = known === undefined || known.columns.isWorn ? await this.readAll(tx) : known;
    const [own] = await together(
      state.loads.read(tx, (id, load) => state.columns.setLoad(id, load)),
      state === known ? this.readChanges(tx, state) : Promise.resolve(),
    );
    this.state = state;
    return following(() => this.state ?? state, own);
  }

  private async readAll(tx: EntityManager): Promise<State> {
    const [now] = await tx.query<{ epoch: string }[]>(EPOCH);
    const epoch = now?.epoch ?? '0';
    return { columns: await this.asOf(tx, epoch), epoch, loads: new LoadWatch() };
  }

  private async readChanges(tx: EntityManager, state: State): Promise<void> {
    const rows = await tx.query<Change[]>(CHANGES, [state.epoch]);
    await this.replaceAll(tx, state.columns, rows);
    state.epoch = rows[0]?.now ?? state.epoch;
  }

  /** Brings columns that stand as of `from` to another epoch, later or earlier. */
  async move(tx: EntityManager, columns: RegisterColumns, from: string, to: string): Promise<void> {
    if (from !== to) await this.replaceAll(tx, columns, await tx.query<Change[]>(BETWEEN, [from, to]));
  }

  private async replaceAll(tx: EntityManager, columns: RegisterColumns, rows: readonly Change[]): Promise<void> {
    const stand = new Map<string, Change>();
    const fell = new Map<string, Change>();
    for (const row of rows) {
      if (row.stands !== null) (row.stands ? stand : fell).set(row.institutionId, row);
    }
    await this.learnKeys(tx, columns, [...stand.values()]);
    for (const id of new Set([...stand.keys(), ...fell.keys()])) columns.replace(fell.get(id), stand.get(id));
  }

  private async learnKeys(
    tx: EntityManager,
    { keys }: RegisterColumns,
    images: readonly RegisterImage[],
  ): Promise<void> {
    const unknown = new Set<number>();
    for (const { lines } of images) eachLine(lines, (key) => !keys.has(key) && unknown.add(key));
    if (unknown.size === 0) return;
    const found = await tx.query<ScopeKey[]>(KEYS_BY_ID, [[...unknown].sort((a, b) => a - b)]);
    for (const key of found) keys.add(key);
  }
}

interface State {
  readonly columns: RegisterColumns;
  epoch: string;
  readonly loads: LoadWatch;
}

export interface RegisterNow {
  readonly columns: RegisterColumns;
  readonly epoch: string;
  /** Snapshot of which the loads in `columns` are. */
  readonly loadsSeen: string;
  /** Loads that the asking transaction changed itself, by id of institution. */
  readonly own: ReadonlyMap<string, ProviderLoad>;
}

function following(now: () => State, own: RegisterNow['own']): RegisterNow {
  return {
    get columns() {
      return now().columns;
    },
    get epoch() {
      return now().epoch;
    },
    get loadsSeen() {
      return now().loads.seen;
    },
    own,
  };
}

async function readKeys(tx: EntityManager, { keys }: RegisterColumns): Promise<void> {
  for (let last = 0; ;) {
    const [page] = await tx.query<{ text: string | null; last: number }[]>(KEYS, [last]);
    if (!page?.text) return;
    for (const line of page.text.split('\n')) {
      const [id, standard = '', family = '', objectKey = '', parameter = ''] = line.split('\t');
      keys.add({ id: Number(id), standard, family, objectKey, parameter });
    }
    last = page.last;
  }
}
