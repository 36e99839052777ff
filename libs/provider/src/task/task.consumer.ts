import { Injectable } from '@nestjs/common';
import { TaskAmendedV1, TaskCancelledV1, TaskOpenedV1, TaskReworkRequestedV1 } from '@qi/contracts';
import { Handles, HandlesChunk } from '@qi/messaging';
import type { ReceivedEvent } from '@qi/messaging';
import type { EntityManager } from 'typeorm';
import { TaskService } from './task.service';

@Injectable()
export class TaskConsumer {
  constructor(private readonly tasks: TaskService) {}

  @HandlesChunk(TaskOpenedV1)
  opened(events: ReceivedEvent<typeof TaskOpenedV1>[], tx: EntityManager): Promise<void> {
    return this.tasks.open(
      tx,
      events.map(({ data }) => data),
    );
  }

  @Handles(TaskCancelledV1)
  cancelled({ data }: ReceivedEvent<typeof TaskCancelledV1>, tx: EntityManager): Promise<void> {
    return this.tasks.cancel(tx, data);
  }

  @Handles(TaskAmendedV1)
  amended({ data }: ReceivedEvent<typeof TaskAmendedV1>, tx: EntityManager): Promise<void> {
    return this.tasks.amend(tx, data);
  }

  @Handles(TaskReworkRequestedV1)
  reworkRequested({ data }: ReceivedEvent<typeof TaskReworkRequestedV1>, tx: EntityManager): Promise<void> {
    return this.tasks.rework(tx, data);
  }
}
