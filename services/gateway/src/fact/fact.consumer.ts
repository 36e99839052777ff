import { Injectable } from '@nestjs/common';
import { jobEvents, serviceRequestEvents, taskEvents } from '@qi/contracts';
import { Handles, type ReceivedEvent } from '@qi/messaging';
import type { EntityManager } from 'typeorm';
import { Facts } from './fact.service';

/** Hears of every case: the gateway tells those whom it concerns. */
@Injectable()
export class FactConsumer {
  constructor(private readonly facts: Facts) {}

  @Handles(...serviceRequestEvents, ...taskEvents, ...jobEvents)
  hear(event: ReceivedEvent, tx: EntityManager): Promise<void> {
    return this.facts.keep(event, tx);
  }
}
