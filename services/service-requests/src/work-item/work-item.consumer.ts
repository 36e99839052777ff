import { Injectable } from '@nestjs/common';
import { JobUnroutableV1, StandardChangedV1, StandardEndedV1 } from '@qi/contracts';
import { addDays } from '@qi/kernel';
import { HandlesChunk, type ReceivedEvent } from '@qi/messaging';
import type { EntityManager } from 'typeorm';
import { StandardEnds } from './standard-end.service';

@Injectable()
export class WorkItemConsumer {
  constructor(private readonly ends: StandardEnds) {}

  @HandlesChunk(StandardChangedV1)
  changed(events: ReceivedEvent<typeof StandardChangedV1>[], tx: EntityManager): Promise<void> {
    return this.ends.follow(
      tx,
      events.map(({ data }) => data),
    );
  }

  /** On the day itself: whatever came to cite it meanwhile. */
  @HandlesChunk(StandardEndedV1)
  ended(events: ReceivedEvent<typeof StandardEndedV1>[], tx: EntityManager): Promise<void> {
    return this.ends.follow(
      tx,
      events.map(({ data }) => ({ ...data, endsOn: addDays(data.on, -1) })),
    );
  }

  @HandlesChunk(JobUnroutableV1)
  unroutable(events: ReceivedEvent<typeof JobUnroutableV1>[], tx: EntityManager): Promise<void> {
    return this.ends.lookAgain(tx, [...new Set(events.map(({ data }) => data.taskId))]);
  }
}
