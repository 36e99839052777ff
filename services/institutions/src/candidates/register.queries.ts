import { LoadWatch } from '@qi/provider';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RegisterColumns } from './register-columns';
import { eachLine } from './register-image';
import type { RegisterImage } from './register-image';
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
const SOME = `select ${IMAGE} from institution_image where institution_id = any ($1::uuid[]) and ${STOOD}`;

/** In one statement, so that all is of one moment: the epoch, the images since $1, and those they took the place of. */
const CHANGES = `
  select now.epoch as now, image.* from register_epoch now left join (
    select true as stands, ${IMAGE} from institution_image where until_epoch is null and epoch > $1::bigint
    union all
    select false, ${IMAGE} from institution_image where until_epoch > $1::bigint and epoch <= $1::bigint
  ) image on true`;

type Change = RegisterImage & { readonly now: string; readonly stands: boolean | null };

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * The register and the loads of providers in memory, brought up to date within the transaction that is about to decide:
 * what has changed since the last time is read and put in place at once, so that a decision sees one epoch.
 */
@Injectable()
export class RegisterQueries {
  private columns = new RegisterColumns();
  private epoch: string | undefined;
  private loads = new LoadWatch();
  private turn: Promise<unknown> = Promise.resolve();

  /** One after another: a change is put in place on top of the one before it. */
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

  /** Images as they stood in an epoch, by institution. */
  async images(tx: EntityManager, ids: readonly string[], epoch: string): Promise<ReadonlyMap<string, RegisterImage>> {
    const rows = ids.length === 0 ? [] : await tx.query<RegisterImage[]>(SOME, [ids, epoch]);
    return new Map(rows.map((row) => [row.institutionId, row]));
  }

  private async refresh(tx: EntityManager): Promise<RegisterNow> {
    if (this.epoch === undefined || this.columns.isWorn) await this.readAll(tx);
    else await this.readChanges(tx, this.epoch);
    const own: RegisterNow['own'] = new Map();
    for (const { providerId, load, own: isOwn } of await this.loads.changed(tx)) {
      if (isOwn) own.set(this.columns.institutionNumber(providerId), load);
      else this.columns.setLoad(providerId, load);
    }
    return { columns: this.columns, epoch: this.epoch ?? '0', own };
  }

  private async readAll(tx: EntityManager): Promise<void> {
    const [now] = await tx.query<{ epoch: string }[]>(EPOCH);
    const epoch = now?.epoch ?? '0';
    this.columns = await this.asOf(tx, epoch);
    this.epoch = epoch;
    this.loads = new LoadWatch();
  }

  private async readChanges(tx: EntityManager, since: string): Promise<void> {
    const rows = await tx.query<Change[]>(CHANGES, [since]);
    const stand = new Map<string, Change>();
    const fell = new Map<string, Change>();
    for (const row of rows) {
      if (row.stands !== null) (row.stands ? stand : fell).set(row.institutionId, row);
    }
    await this.learnKeys(tx, [...stand.values()]);
    for (const id of new Set([...stand.keys(), ...fell.keys()])) this.columns.replace(fell.get(id), stand.get(id));
    this.epoch = rows[0]?.now ?? since;
  }

  private async learnKeys(tx: EntityManager, images: readonly RegisterImage[]): Promise<void> {
    const unknown = new Set<number>();
    for (const { lines } of images) eachLine(lines, (key) => !this.columns.keys.has(key) && unknown.add(key));
    if (unknown.size === 0) return;
    const found = await tx.query<ScopeKey[]>(KEYS_BY_ID, [[...unknown].sort((a, b) => a - b)]);
    for (const key of found) this.columns.keys.add(key);
  }
}

export interface RegisterNow {
  readonly columns: RegisterColumns;
  readonly epoch: string;
  /** Loads that the asking transaction changed itself, by number of institution. */
  readonly own: Map<number, ReturnType<RegisterColumns['loadOf']['at']> & object>;
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
