import { Injectable } from '@nestjs/common';
import { RatingGivenV1 } from '@qi/contracts';
import { Handles } from '@qi/messaging';
import type { ReceivedEvent } from '@qi/messaging';
import type { EntityManager } from 'typeorm';

/** Ratings of all providers arrive; those of providers that never had a job here belong to another service. */
const RATE = `
  update provider_load set star_sum = star_sum + $2, star_count = star_count + 2 where provider_id = $1`;

@Injectable()
export class RatingConsumer {
  @Handles(RatingGivenV1)
  async given({ data }: ReceivedEvent<typeof RatingGivenV1>, tx: EntityManager): Promise<void> {
    if (data.providerId) await tx.query(RATE, [data.providerId, data.timeliness + data.result]);
  }
}
