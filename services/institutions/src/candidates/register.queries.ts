import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy } from './group';
import type { RegisterInstitution, RegisterLine } from './register';

/** What lines are looked up by: the family of a standard and the compared form of an object's name. */
export interface LineKey {
  readonly family: string;
  readonly objectKey: string;
}

const LINE = `l.id, l.institution_id as "institutionId", l.site_id as "siteId", l.scheme, l.cert_no as "certNo", l.object,
  l.parameter, l.standard, l.clauses, l.limit_note as "limitNote", l.valid_from as "validFrom", l.valid_to as "validTo",
  l.status, l.status_reason as "statusReason"`;

/** Proposals are nobody's business yet; what was given up is no near miss. */
const JUDGED = `l.rev_to is null and l.status in ('active', 'suspended', 'expired')`;

const LINES = `
  select wanted.family as "keyFamily", wanted.object_key as "keyObject", ${LINE}
  from unnest($1::text[], $2::text[]) as wanted (family, object_key)
  join scope_line l on l.family = wanted.family and l.object_key = wanted.object_key
  where ${JUDGED}`;

const LINES_OF_ANY_OBJECT = `
  select ${LINE} from scope_line l where l.family = any ($1::text[]) and ${JUDGED} order by l.id limit $2`;

const INSTITUTIONS = `
  select i.id, i.name, i.status, i.status_reason as "statusReason", i.sites, i.areas_served as "areasServed", i.elements,
    i.capacity_per_week as "capacityPerWeek", i.closed_dates as "closedDates", i.conflicts,
    coalesce((
      select json_agg(json_build_object('scheme', q.scheme, 'number', q.number, 'status', q.status,
        'reason', q.status_reason, 'validFrom', q.valid_from, 'validTo', q.valid_to) order by q.id)
      from qualification q where q.institution_id = i.id and q.status <> 'proposed'), '[]') as certificates
  from institution i
  where i.id = any ($1::uuid[]) and i.status in ('active', 'suspended')`;

type KeyedLine = RegisterLine & { readonly keyFamily: string; readonly keyObject: string };

const MOST_KEYS = 20_000;

/** What was read under one epoch. Chunks that began under an older one go on with theirs. */
export class RegisterView {
  private readonly lines = new Map<string, readonly RegisterLine[]>();
  private readonly institutions = new Map<string, RegisterInstitution>();

  constructor(readonly epoch: string) {}

  get isFull(): boolean {
    return this.lines.size > MOST_KEYS;
  }

  async linesOf(tx: EntityManager, keys: readonly LineKey[]): Promise<(key: LineKey) => readonly RegisterLine[]> {
    const unknown = new Map(keys.filter((key) => !this.lines.has(textOf(key))).map((key) => [textOf(key), key]));
    if (unknown.size > 0) await this.load(tx, unknown);
    return (key) => this.lines.get(textOf(key)) ?? [];
  }

  /** Holders of the families for any object, at most `limit` lines: who might be asked when nobody has the object. */
  linesOfAnyObject(tx: EntityManager, families: readonly string[], limit: number): Promise<RegisterLine[]> {
    return tx.query<RegisterLine[]>(LINES_OF_ANY_OBJECT, [families, limit]);
  }

  /** Active and suspended institutions by id; the others are left out. */
  async institutionsOf(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, RegisterInstitution>> {
    const unknown = [...new Set(ids)].filter((id) => !this.institutions.has(id));
    if (unknown.length > 0) {
      const rows = await tx.query<RegisterInstitution[]>(INSTITUTIONS, [unknown]);
      for (const row of rows) this.institutions.set(row.id, row);
    }
    return this.institutions;
  }

  /** Keys become known only with their lines: another chunk may ask for them meanwhile. */
  private async load(tx: EntityManager, keys: ReadonlyMap<string, LineKey>): Promise<void> {
    const wanted = [...keys.values()];
    const families = wanted.map(({ family }) => family);
    const objects = wanted.map(({ objectKey }) => objectKey);
    const rows = await tx.query<KeyedLine[]>(LINES, [families, objects]);
    const found = groupBy(rows, ({ keyFamily, keyObject }) => textOf({ family: keyFamily, objectKey: keyObject }));
    for (const key of keys.keys()) this.lines.set(key, found.get(key) ?? []);
  }
}

/**
 * The register as routing asks for it, kept in memory. Every change raises an epoch, which is asked for once per chunk of
 * tasks: what was read under another epoch is not used again.
 */
@Injectable()
export class RegisterQueries {
  private view = new RegisterView('');

  /** What may be used for the chunk that `tx` handles. */
  async current(tx: EntityManager): Promise<RegisterView> {
    const [now] = await tx.query<{ epoch: string }[]>('select epoch from register_epoch');
    const epoch = now?.epoch ?? '';
    if (epoch !== this.view.epoch || this.view.isFull) this.view = new RegisterView(epoch);
    return this.view;
  }
}

function textOf({ family, objectKey }: LineKey): string {
  return `${family}\n${objectKey}`;
}
