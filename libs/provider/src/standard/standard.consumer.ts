import { Injectable } from '@nestjs/common';
import { StandardChangedV1 } from '@qi/contracts';
import { HandlesChunk } from '@qi/messaging';
import type { ReceivedEvent } from '@qi/messaging';
import type { EntityManager } from 'typeorm';
import { StandardService } from './standard.service';

@Injectable()
export class StandardConsumer {
  constructor(private readonly standards: StandardService) {}

  @HandlesChunk(StandardChangedV1)
  changed(events: ReceivedEvent<typeof StandardChangedV1>[], tx: EntityManager): Promise<void> {
    return this.standards.take(
      tx,
      events.map(({ data }) => data),
    );
  }
}
