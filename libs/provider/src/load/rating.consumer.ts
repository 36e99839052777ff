import { Injectable } from '@nestjs/common';
import { RatingGivenV1 } from '@qi/contracts';
import { Handles } from '@qi/messaging';
import type { ReceivedEvent } from '@qi/messaging';
import type { EntityManager } from 'typeorm';
import { addRating } from './provider-load';

@Injectable()
export class RatingConsumer {
  @Handles(RatingGivenV1)
  async given({ data }: ReceivedEvent<typeof RatingGivenV1>, tx: EntityManager): Promise<void> {
    if (data.providerId) await addRating(tx, data.providerId, data);
  }
}
