import { Injectable } from '@nestjs/common';
import { newId } from '@qi/kernel';
import { Outbox } from '@qi/messaging';
import { byOf, Transactions, type Actor } from '@qi/platform';
import { Fulfilment } from '../fulfilment/fulfilment.service';
import { Rateables } from './rateable.service';
import { give, ratingProblem, type Stars } from './rating';
import { RatingRow } from './rating.row';

@Injectable()
export class Ratings {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly rateables: Rateables,
    private readonly fulfilment: Fulfilment,
  ) {}

  /** One rating per task, and one for the request as a whole. The last one that is missing may close the request. */
  async give(requestId: string, stars: Stars, actor: Actor): Promise<RatingRow> {
    const { request, now } = await this.rateables.get({ ...stars, requestId }, actor);
    const { next, events } = give({ id: newId(), request, stars }, byOf(actor), now);
    return this.transactions.run(async (tx) => {
      const row = Object.assign(new RatingRow(), next);
      const insert = tx.createQueryBuilder().insert().into(RatingRow).values(row).orIgnore().returning('id');
      if (((await insert.execute()).raw as unknown[]).length === 0) throw ratingProblem['already-given']();
      await this.outbox.add(tx, events);
      await this.fulfilment.noteRating(tx, { ...stars, requestId }, row.givenBy);
      return row;
    });
  }
}
