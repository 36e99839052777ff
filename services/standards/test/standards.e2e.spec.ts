import { StandardChangedV1, type EventData } from '@qi/contracts';
import { Handles, Messaging, messagingEntities, messagingMigrations, type ReceivedEvent } from '@qi/messaging';
import { expectOutboxDrained, startTestService, testBroker, testDatabase, waitFor } from '@qi/testing';
import type { TestDatabase, TestService } from '@qi/testing';
import type { EntityManager } from 'typeorm';
import { migrations } from '../src/data-source';
import { administrator, api, generalRules, newTricycle, oldTricycle, standards } from './standards';

/** A provider's ear on the topic. */
class Changes {
  readonly heard: EventData<typeof StandardChangedV1>[] = [];

  @Handles(StandardChangedV1)
  hear({ data }: ReceivedEvent<typeof StandardChangedV1>, _tx: EntityManager): Promise<void> {
    this.heard.push(data);
    return Promise.resolve();
  }
}

let service: TestService;
let database: TestDatabase;
let messaging: Messaging;
const changes = new Changes();

beforeAll(async () => {
  service = await startTestService(standards, { migrations });
  database = await testDatabase({ name: 'provider', entities: messagingEntities, migrations: messagingMigrations });
  const { brokers } = await testBroker();
  const { topicPrefix } = service;
  messaging = new Messaging({ service: 'institutions', brokers: [...brokers], topicPrefix }, database.dataSource);
  messaging.registry.addInstance(changes);
  messaging.start();
  await messaging.started();
}, 120_000);
afterAll(async () => {
  await messaging.stop();
  await database.close();
  await service.close();
});
afterEach(() => expectOutboxDrained(service.dataSource));

it('a standard entered here reaches the providers, and so does the old one with its successors', async () => {
  for (const body of [oldTricycle, newTricycle, generalRules]) {
    const { status } = await service.http.post(`${api}/standards`, body, { as: administrator });
    expect(status).toBe(201);
  }
  const last = await waitFor(
    () => changes.heard.findLast(({ number, successors }) => number === 'GB 14747-2006' && successors.length === 2),
    {
      timeout: 20_000,
      what: 'both successors of GB 14747-2006 on the topic',
    },
  );
  expect(last).toMatchObject({
    family: 'GB 14747',
    mandatory: true,
    endsOn: '2026-10-31',
    successors: ['GB 46517-2025', 'GB/T 14747-2025'],
  });
});
