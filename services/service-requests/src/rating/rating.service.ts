import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, toBusinessDate, type Clock } from '@qi/kernel';
import { Outbox } from '@qi/messaging';
import { byOf, CurrentCalendar, pageOf, Transactions, type Actor, type Page } from '@qi/platform';
import { DataSource, In, MoreThan, type FindOptionsWhere } from 'typeorm';
import { Enterprises } from '../enterprise/enterprise.service';
import { idAfter } from '../id-cursor';
import { ServiceRequests } from '../service-request/service-request.service';
import { assertInWindow, finishedAt, give, RATING_WINDOW_DAYS, ratingProblem, type Stars } from './rating';
import type { RatingQuery } from './rating.dto';
import { RatingRow } from './rating.row';

@Injectable()
export class Ratings {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly requests: ServiceRequests,
    private readonly enterprises: Enterprises,
    private readonly calendar: CurrentCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly dataSource: DataSource,
  ) {}

  /** By the firm itself: someone of the window sees the request, but has no opinion on it. */
  async give(requestId: string, stars: Stars, actor: Actor): Promise<RatingRow> {
    const request = await this.requests.getForRating(requestId, actor);
    if (!(await this.enterprises.speaksFor(actor, request.enterpriseId))) throw ratingProblem['not-the-firm']();
    const now = this.clock.now();
    const until = this.calendar.addWorkingDays(finishedAt(request, stars.taskId), RATING_WINDOW_DAYS).at;
    assertInWindow(toBusinessDate(until), toBusinessDate(now));
    const { next, events } = give({ id: newId(), request, stars }, byOf(actor), now);
    return this.transactions.run(async (tx) => {
      const row = Object.assign(new RatingRow(), next);
      const inserted = await tx
        .createQueryBuilder()
        .insert()
        .into(RatingRow)
        .values(row)
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) throw ratingProblem['already-given']();
      await this.outbox.add(tx, events);
      return row;
    });
  }

  async list(query: RatingQuery, actor: Actor): Promise<Page<RatingRow>> {
    const { limit, after, requestId } = query;
    const where: FindOptionsWhere<RatingRow> = await this.visible(query.enterpriseId, actor);
    if (requestId !== undefined) where.requestId = requestId;
    if (after !== undefined) where.id = MoreThan(idAfter(after));
    const rows = await this.dataSource.manager.find(RatingRow, { where, order: { id: 'asc' }, take: limit + 1 });
    return pageOf(rows, limit, ({ id }) => [id]);
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
