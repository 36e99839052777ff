import { Injectable, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { newId } from '@qi/kernel';
import { MessagingModule, messagingEntities, messagingMigrations } from '@qi/messaging';
import { PlatformModule, ServiceConfig } from '@qi/platform';
import type { ServiceDefinition } from '@qi/platform';
import { aTaskOpened } from '@qi/testing';
import {
  CandidateFinder,
  ProviderModule,
  providerEntities,
  providerMigrations,
  testingGates,
  testingSteps,
  trimScope,
} from '../src';
import type { Candidate, ScopeFacts, TaskOpened } from '../src';
import { aCandidate, aScopeLine } from './facts';

/** A provider service without features of its own: its candidates are what a test puts here. */
export class Candidates {
  all: Candidate<ScopeFacts>[] = [];
}

export const candidates = new Candidates();

@Injectable()
class ListedCandidates extends CandidateFinder<ScopeFacts> {
  override find(): Promise<Candidate<ScopeFacts>[]> {
    return Promise.resolve(candidates.all);
  }
}

@Module({})
class DemoProvider {}

function demoModule(config: ServiceConfig): DynamicModule {
  const entities = [...messagingEntities, ...providerEntities];
  const migrations = [...messagingMigrations, ...providerMigrations];
  return {
    module: DemoProvider,
    imports: [
      PlatformModule.forRoot({ service: 'institutions', config, entities, migrations }),
      MessagingModule.forRoot({
        service: 'institutions',
        brokers: [...config.brokers],
        topicPrefix: config.topicPrefix,
        consume: !config.brokers.includes('127.0.0.1:9'),
      }),
      ProviderModule.forRoot({
        service: 'institutions',
        gates: testingGates,
        trimFacts: trimScope,
        finder: ListedCandidates,
        steps: () => testingSteps,
      }),
    ],
  };
}

export const demoProvider: ServiceDefinition = { service: 'institutions', config: ServiceConfig, module: demoModule };
export const demoMigrations = [...messagingMigrations, ...providerMigrations];

/** Laboratories that all can do the task of `aTaskOpened`. */
export function laboratories(...names: string[]): Candidate<ScopeFacts>[] {
  return names.map((name) => aCandidate({ name, providerId: newId(), facts: { lines: [aScopeLine()] } }));
}

export function aTask(given: Partial<TaskOpened> = {}): TaskOpened {
  return aTaskOpened(given);
}
