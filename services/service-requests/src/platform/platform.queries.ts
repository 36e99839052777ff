import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf, type Page } from '@qi/platform';
import { DataSource } from 'typeorm';
import { containing } from '../like';
import { areaPrefix, areasAround, industriesAround } from './area';
import { toResponse, type PlatformQuery, type PlatformResponse } from './platform.dto';
import { PlatformRow } from './platform.row';

@Injectable()
export class PlatformQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** In the order in which they were planned. */
  async list(query: PlatformQuery): Promise<Page<PlatformResponse>> {
    const { status, areaCode, industryCode, q, limit, after } = query;
    const found = this.dataSource.manager
      .createQueryBuilder(PlatformRow, 'platform')
      .where('platform.status = :status', { status })
      .orderBy('platform.id')
      .take(limit + 1);
    if (after !== undefined) found.andWhere('platform.id > :after', { after: decodeCursor(after, 'id')[0] });
    if (industryCode !== undefined) {
      found.andWhere('platform.industryCodes && :industries', { industries: industriesAround(industryCode) });
    }
    if (areaCode !== undefined) {
      found.andWhere(
        `(platform.areaCodes && :around
          or exists (select from unnest(platform.areaCodes) as area where starts_with(area, :prefix)))`,
        { around: areasAround(areaCode), prefix: areaPrefix(areaCode) },
      );
    }
    if (q !== undefined) {
      found.andWhere(`(platform.name ->> 'zh' ilike :q or platform.name ->> 'en' ilike :q)`, { q: containing(q) });
    }
    const page = pageOf(await found.getMany(), limit, ({ id }) => [id]);
    return { ...page, items: page.items.map(toResponse) };
  }
}
