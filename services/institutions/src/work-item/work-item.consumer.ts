import { Injectable } from '@nestjs/common';
import { StandardChangedV1, StandardEndedV1 } from '@qi/contracts';
import { addDays } from '@qi/kernel';
import { HandlesChunk, type ReceivedEvent } from '@qi/messaging';
import type { EntityManager } from 'typeorm';
import { WorkItemService } from './work-item.service';

@Injectable()
export class WorkItemConsumer {
  constructor(private readonly items: WorkItemService) {}

  @HandlesChunk(StandardChangedV1)
  changed(events: ReceivedEvent<typeof StandardChangedV1>[], tx: EntityManager): Promise<void> {
    return this.items.follow(
      tx,
      events.map(({ data }) => data),
    );
  }

  /** On the day itself: whoever came to cite it meanwhile. */
  @HandlesChunk(StandardEndedV1)
  ended(events: ReceivedEvent<typeof StandardEndedV1>[], tx: EntityManager): Promise<void> {
    return this.items.follow(
      tx,
      events.map(({ data }) => ({ ...data, endsOn: addDays(data.on, -1) })),
    );
  }
}
