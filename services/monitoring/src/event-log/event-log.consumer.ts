import { Injectable } from '@nestjs/common';
import { contracts } from '@qi/contracts';
import { HandlesChunk, type ReceivedEvent } from '@qi/messaging';
import type { EntityManager } from 'typeorm';
import { FlowService } from '../flow/flow.service';
import { EventLogService } from './event-log.service';

/** Reads every topic: the log keeps the event, the flow takes its meaning. */
@Injectable()
export class EventLogConsumer {
  constructor(
    private readonly log: EventLogService,
    private readonly flow: FlowService,
  ) {}

  @HandlesChunk(...contracts)
  async keep(events: readonly ReceivedEvent[], tx: EntityManager): Promise<void> {
    await this.log.append(events, tx);
    await this.flow.apply(events, tx);
  }
}
