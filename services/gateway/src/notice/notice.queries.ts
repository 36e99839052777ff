import { Injectable } from '@nestjs/common';
import type { Words } from '@qi/kernel';
import { decodeCursor, pageOf, type Page } from '@qi/platform';
import { DataSource } from 'typeorm';
import { viewOf, type View } from '../fact/fact';
import type { ActorClaims } from '../session/session';

export interface ListedNotice {
  readonly id: string;
  readonly at: Date;
  readonly requestId: string;
  readonly words: Words;
  readonly unread: boolean;
}

/** More than this many unread ones are shown as «99+»; nobody counts further. */
const COUNTED = 100;

const MINE = `
  words is not null and $2 = any (told_to) and case $2
    when 'firm' then enterprise_id = $3
    when 'provider' then provider_id = $3
    else exists (select from unnest($4::text[]) as prefix where area_code like prefix || '%')
  end`;
const READ_TO = 'coalesce((select read_to from notice_mark where sub = $1), 0)';

@Injectable()
export class NoticeQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first; the cursor is the number of the last one seen. */
  async list(actor: ActorClaims, { limit, after }: { limit: number; after?: string }): Promise<Page<ListedNotice>> {
    const [before] = after ? decodeCursor(after, 'number') : [];
    const view = viewOf(actor);
    if (!view) return { items: [] };
    const rows = await this.dataSource.query<ListedNotice[]>(
      `select seq::text as id, at, request_id as "requestId", words, seq > ${READ_TO} as unread
       from fact where ${MINE} and ($5::bigint is null or seq < $5) order by seq desc limit $6`,
      [actor.sub, ...scope(view), before ?? null, limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => [id]);
  }

  /** Unread ones, at most a hundred. */
  async unread(actor: ActorClaims): Promise<number> {
    const view = viewOf(actor);
    if (!view) return 0;
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from (select from fact where ${MINE} and seq > ${READ_TO} limit ${COUNTED}) as unread`,
      [actor.sub, ...scope(view)],
    );
    return row?.count ?? 0;
  }
}

function scope({ side, id, prefixes }: View): unknown[] {
  return [side, id ?? null, prefixes ?? []];
}
