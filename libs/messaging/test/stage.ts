import type { DataSource } from 'typeorm';
import { Messaging } from '../src';
import type { MessagingOptions } from '../src';
import { openLedger } from './ledger';
import { startServers, uniqueName } from './servers';
import type { TestServers } from './servers';

export interface Actor {
  readonly dataSource: DataSource;
  readonly url: string;
  readonly messaging: Messaging;
  stop(): Promise<void>;
}

/** A writing service and a reading one on databases of their own, with topics of their own. */
export class Stage {
  readonly prefix = `${uniqueName('t')}.`;
  private readonly actors: Actor[] = [];
  private readonly urls = new Map<string, Promise<string>>();

  constructor(readonly servers: TestServers) {}

  /** Starts a replica; all replicas of one service share its database. */
  async service(
    service: 'service-requests' | 'institutions',
    handlers: object[] = [],
    options: Partial<MessagingOptions> = {},
  ): Promise<Actor> {
    const url = await this.databaseOf(service);
    const dataSource = await openLedger(url);
    const messaging = new Messaging(
      { service, brokers: this.servers.kafka.brokers, topicPrefix: this.prefix, ...options },
      dataSource,
    );
    for (const handler of handlers) messaging.registry.addInstance(handler);
    messaging.start();
    await messaging.started();
    const stop = async (): Promise<void> => {
      await messaging.stop();
      if (dataSource.isInitialized) await dataSource.destroy();
    };
    const actor = { dataSource, url, messaging, stop };
    this.actors.push(actor);
    return actor;
  }

  databaseOf(service: string): Promise<string> {
    const url = this.urls.get(service) ?? this.servers.postgres.createDatabase(uniqueName('m'));
    this.urls.set(service, url);
    return url;
  }

  async close(): Promise<void> {
    await Promise.all(this.actors.map((actor) => actor.stop()));
  }
}

/** `stage()` in a test gives a fresh one on the file's servers; everything is stopped behind it. */
export function onServers(start: () => Promise<TestServers> = () => startServers()): () => Stage {
  let servers: TestServers;
  let stage: Stage | undefined;
  beforeAll(async () => {
    servers = await start();
  });
  afterEach(async () => {
    await stage?.close();
    stage = undefined;
  });
  afterAll(() => servers?.stop());
  return () => (stage = new Stage(servers));
}
