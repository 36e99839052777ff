import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StandardStatus } from '../standard/status';
import type { Shown } from '../standard/standard.response';
import { chineseWords } from './chinese-words';
import { conditionOf, figuresOf, wantedOf, type Wanted } from './wanted';

export interface SearchFilter {
  readonly q: string;
  readonly ics?: string;
  readonly ccs?: string;
  readonly status?: StandardStatus;
  /** Day of the status. */
  readonly on: string;
  readonly limit: number;
  /** Count what there is, up to 10,000. */
  readonly count: boolean;
}

export interface Hits {
  readonly items: readonly Shown[];
  readonly count: number;
  /** There are at least `count`. */
  readonly capped: boolean;
}

/** Ranking looks at this many, however common the words are. */
const MOST_RANKED = 500;
const MOST_COUNTED = 10_000;

/** Word for word the conditions of the indexes `standard_level_0` and `standard_level_1`; then all. */
const LEVELS = ['level = 0', 'level <= 1', 'true'];

const COLUMNS = `id, number, printed, family, title, ics, ccs, mandatory, issued_on as "issuedOn",
  in_force_from as "inForceFrom", ends_on as "endsOn", withdrawn, source, confidence`;

/** `$1` is the day. */
const STATUS: Readonly<Record<StandardStatus, string>> = {
  unissued: 'issued_on > $1::date',
  issued: `(issued_on is null or issued_on <= $1::date) and in_force_from > $1::date
    and not (withdrawn and ends_on is null)`,
  'in-force': `coalesce(issued_on <= $1::date, true) and coalesce(in_force_from <= $1::date, true)
    and case when ends_on is null then not withdrawn else ends_on >= $1::date end`,
  withdrawn: `coalesce(issued_on <= $1::date, true)
    and case when ends_on is null then withdrawn else ends_on < $1::date end`,
};

@Injectable()
export class SearchQueries {
  constructor(private readonly dataSource: DataSource) {}

  async search(filter: SearchFilter): Promise<Hits> {
    const wanted = wantedOf(filter.q, filter, await chineseWords());
    if (wanted.key === undefined) return this.byWords(wanted, filter);
    const exact = await this.byNumber(wanted.key, wanted, filter);
    if (exact.items.length > 0) return exact;
    return this.byWords({ tokens: [...wanted.tokens, ...figuresOf(wanted.key)], beginnings: [] }, filter);
  }

  /** Sorted by number, so that the editions of one standard stand together, the exact one first. */
  private async byNumber(key: string, wanted: Wanted, filter: SearchFilter): Promise<Hits> {
    const parameters = [filter.on, conditionOf(wanted), key, `${key}\u{10ffff}`];
    const found = `number_key ~>=~ $3 and number_key ~<~ $4 and ${conditions(filter, parameters[1] !== '')}`;
    const sql = `select ${COLUMNS} from standard where ${found} order by number_key using ~<~ limit ${filter.limit + 1}`;
    return this.hits(await this.rows(sql, parameters), { found, parameters, filter });
  }

  /**
   * What is in force first, then by level. Words that are common among all are common among the national and
   * international standards, too: the levels that fill the answer with what goes first are all that is read.
   */
  private async byWords(wanted: Pick<Wanted, 'tokens' | 'beginnings'>, filter: SearchFilter): Promise<Hits> {
    const parameters = [filter.on, conditionOf(wanted)];
    const found = conditions(filter, parameters[1] !== '', true);
    let rows: Ranked[] = [];
    for (const level of LEVELS) {
      rows = await this.rows<Ranked>(ranked(`${level} and ${found}`, filter), parameters);
      const beyond = rows[filter.limit];
      if (beyond && (beyond.inForce || filter.status)) break;
    }
    return this.hits(rows, { found, parameters, filter });
  }

  private rows<T extends Shown>(sql: string, parameters: readonly string[]): Promise<T[]> {
    return this.dataSource.query<T[]>(sql, [...parameters]);
  }

  /** Counting costs more than finding: only when there is more than is shown. */
  private async hits(rows: readonly Shown[], { found, parameters, filter }: Found): Promise<Hits> {
    const items = rows.slice(0, filter.limit);
    if (rows.length <= filter.limit) return { items, count: items.length, capped: false };
    if (!filter.count) return { items, count: rows.length, capped: true };
    const [{ count }] = await this.dataSource.query<[{ count: number }]>(
      `select count(*)::int as count from (select from standard where ${found} limit ${MOST_COUNTED}) as hit`,
      [...parameters],
    );
    return { items, count, capped: count === MOST_COUNTED };
  }
}

type Ranked = Shown & { readonly inForce: boolean };

interface Found {
  readonly found: string;
  readonly parameters: readonly string[];
  readonly filter: SearchFilter;
}

/**
 * Where the words find, a status that most standards have must not tempt the planner to begin with an index of dates; and
 * no alternative stands beside them, for a plan is kept for all texts.
 */
function conditions({ status }: SearchFilter, words: boolean, find = false): string {
  const wanted = words ? 'tokens @@ $2::text::tsquery' : `$2::text = ''`;
  if (!status) return `${wanted} and $1::date is not null`;
  return `${wanted} and (${STATUS[status]})${words && find ? ' is true' : ''}`;
}

/** What is in force, by level, then the shorter title: the fewer other words stand beside those asked for. */
function ranked(found: string, { limit }: SearchFilter): string {
  return `
    select ${COLUMNS}, (${STATUS['in-force']}) as "inForce"
    from (select * from standard where ${found} limit ${MOST_RANKED}) as candidate
    order by "inForce" desc, level, title_length, number_key limit ${limit + 1}`;
}
