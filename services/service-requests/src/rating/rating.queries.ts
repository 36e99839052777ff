import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf, type Actor, type Page } from '@qi/platform';
import { DataSource, In, MoreThan, type FindOptionsWhere } from 'typeorm';
import { Enterprises } from '../enterprise/enterprise.service';
import { toResponse, type RatingQuery, type RatingResponse } from './rating.dto';
import { RatingRow } from './rating.row';

@Injectable()
export class RatingQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly enterprises: Enterprises,
  ) {}

  async list(query: RatingQuery, actor: Actor): Promise<Page<RatingResponse>> {
    const { limit, after, requestId } = query;
    const where = await this.visible(query.enterpriseId, actor);
    if (requestId !== undefined) where.requestId = requestId;
    if (after !== undefined) where.id = MoreThan(decodeCursor(after, 'id')[0]);
    const rows = await this.dataSource.manager.find(RatingRow, { where, order: { id: 'asc' }, take: limit + 1 });
    const page = pageOf(rows, limit, ({ id }) => [id]);
    return { ...page, items: page.items.map(toResponse) };
  }

  /** A provider sees what was said of it, a firm what it said, the window what the firms of its areas said. */
  private async visible(enterpriseId: string | undefined, actor: Actor): Promise<FindOptionsWhere<RatingRow>> {
    if (actor.org?.kind === 'institution' || actor.org?.kind === 'expert') {
      return { providerId: actor.org.id, ...(enterpriseId === undefined ? {} : { enterpriseId }) };
    }
    if (enterpriseId === undefined) return { enterpriseId: In(await this.enterprises.idsSpokenFor(actor)) };
    await this.enterprises.getFor(actor, enterpriseId);
    return { enterpriseId };
  }
}
