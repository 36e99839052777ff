import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, nameKey } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { decodeCursor, pageOf } from '@qi/platform';
import type { Page, PageQuery } from '@qi/platform';
import { DataSource } from 'typeorm';
import { alike, type Likeness } from './likeness';
import type { Synonym, SynonymKind } from './synonym';
import { SynonymRow } from './synonym.row';

const NAMES: Readonly<Record<SynonymKind, string>> = {
  object: `select distinct object as name from scope_line where rev_to is null and status in ('active', 'suspended')`,
  parameter: `select distinct parameter as name from scope_line where rev_to is null and status in ('active', 'suspended')`,
};
/** Reading all names of a large register takes a second or two; suggestions may be that old. */
const FRESH_MS = 60_000;

@Injectable()
export class SynonymQueries {
  private readonly names = new Map<SynonymKind, { readonly at: number; readonly names: Promise<string[]> }>();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the order in which they were entered; ended ones on demand. */
  async list({
    kind,
    name,
    ended = false,
    limit,
    after,
  }: PageQuery & { kind?: SynonymKind; name?: string; ended?: boolean }): Promise<Page<Synonym>> {
    const query = this.dataSource.manager.createQueryBuilder(SynonymRow, 's').where('true');
    if (!ended) query.andWhere('s.ended_at is null');
    if (kind) query.andWhere('s.kind = :kind', { kind });
    if (name) query.andWhere('(s.name_key = :key or s.other_key = :key)', { key: nameKey(name) });
    if (after) query.andWhere('s.id > :after', { after: decodeCursor(after, 'id')[0] });
    const rows = await query
      .orderBy('s.id')
      .take(limit + 1)
      .getMany();
    return pageOf(rows, limit, ({ id }) => [id]);
  }

  /** Names in the register that look like `name`: for a person who knows whether they mean the same. */
  async suggestions(kind: SynonymKind, name: string, most: number): Promise<Likeness[]> {
    return alike(name, await this.namesOf(kind), most);
  }

  private namesOf(kind: SynonymKind): Promise<string[]> {
    const now = this.clock.now().getTime();
    const kept = this.names.get(kind);
    if (kept && now - kept.at < FRESH_MS) return kept.names;
    const names = this.dataSource.query<{ name: string }[]>(NAMES[kind]).then((rows) => rows.map(({ name }) => name));
    this.names.set(kind, { at: now, names });
    names.catch(() => this.names.delete(kind));
    return names;
  }
}
