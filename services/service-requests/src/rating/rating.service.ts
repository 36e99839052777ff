import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock } from '@qi/kernel';
import { Outbox } from '@qi/messaging';
import { byOf, Transactions, type Actor } from '@qi/platform';
import { Rateables } from './rateable.service';
import { give, ratingProblem, type Stars } from './rating';
import { RatingRow } from './rating.row';

@Injectable()
export class Ratings {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly rateables: Rateables,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async give(requestId: string, stars: Stars, actor: Actor): Promise<RatingRow> {
    const now = this.clock.now();
    const request = await this.rateables.get({ ...stars, requestId }, actor, now);
    const { next, events } = give({ id: newId(), request, stars }, byOf(actor), now);
    return this.transactions.run(async (tx) => {
      const row = Object.assign(new RatingRow(), next);
      const insert = tx.createQueryBuilder().insert().into(RatingRow).values(row).orIgnore().returning('id');
      if (((await insert.execute()).raw as unknown[]).length === 0) throw ratingProblem['already-given']();
      await this.outbox.add(tx, events);
      return row;
    });
  }
}
