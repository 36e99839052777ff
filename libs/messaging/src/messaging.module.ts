import { Inject, Injectable, Module } from '@nestjs/common';
import type {
  BeforeApplicationShutdown,
  DynamicModule,
  OnApplicationBootstrap,
  OnApplicationShutdown,
} from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import type { Clock } from '@qi/kernel';
import { DataSource } from 'typeorm';
import { deadLetterController } from './dead-letter/dead-letter.controller';
import { DeadLetters } from './dead-letter/dead-letters';
import { Messaging } from './messaging';
import { MessagingHealth } from './messaging-health';
import type { MessagingOptions } from './messaging-options';
import { Outbox } from './outbox/outbox';

/** Well-known tokens of the platform, which this package may not import. */
const CLOCK = Symbol.for('qi.clock');
const MESSAGING_HEALTH = Symbol.for('qi.messaging-health');

/** Finds the handlers once everything is built; leaves the group first and ships the outbox last on the way down. */
@Injectable()
export class MessagingLifecycle implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    @Inject(Messaging) private readonly messaging: Messaging,
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
  ) {}

  onApplicationBootstrap(): void {
    for (const wrapper of this.discovery.getProviders()) {
      const instance: unknown = wrapper.isDependencyTreeStatic() ? wrapper.instance : undefined;
      if (typeof instance === 'object' && instance !== null) this.messaging.registry.addInstance(instance);
    }
    this.messaging.start();
  }

  /** Requests are still being answered at this point; what they write is shipped below. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.messaging.stopConsuming();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.messaging.stop();
  }
}

@Module({})
export class MessagingModule {
  /** Needs a TypeORM DataSource in the application; takes the clock from `qi.clock` when there is one. */
  static forRoot(options: MessagingOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [deadLetterController(options.service)],
      providers: [
        {
          provide: Messaging,
          useFactory: (dataSource: DataSource, clock?: Clock) => new Messaging(options, dataSource, clock),
          inject: [DataSource, { token: CLOCK, optional: true }],
        },
        { provide: Outbox, useFactory: (messaging: Messaging) => messaging.outbox, inject: [Messaging] },
        { provide: DeadLetters, useFactory: (messaging: Messaging) => messaging.deadLetters, inject: [Messaging] },
        { provide: MessagingHealth, useFactory: (messaging: Messaging) => messaging.health, inject: [Messaging] },
        { provide: MESSAGING_HEALTH, useExisting: MessagingHealth },
        MessagingLifecycle,
      ],
      exports: [Messaging, Outbox, DeadLetters, MessagingHealth, MESSAGING_HEALTH],
    };
  }
}
