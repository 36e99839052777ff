import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { register } from 'prom-client';
import { DataSource } from 'typeorm';
import { Messaging, MessagingHealth, MessagingModule, Outbox } from '../src';
import type { MessagingOptions } from '../src';
import { ChunkRecorder, countOf, newKeys, openLedger, write } from './ledger';
import { until } from './servers';
import { onServers } from './stage';

const stage = onServers();
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function appOf(dataSource: DataSource, options: MessagingOptions): Promise<INestApplicationContext> {
  @Global()
  @Module({ providers: [{ provide: DataSource, useValue: dataSource }], exports: [DataSource] })
  class Database {}

  @Module({ imports: [Database, MessagingModule.forRoot(options)], providers: [ChunkRecorder] })
  class App {}

  const app = await NestFactory.createApplicationContext(App, { logger: false, abortOnError: false });
  open.push(app, { close: () => dataSource.destroy() });
  return app;
}

test('in Nest applications: handlers are found, chunks shared, health and metrics told, the outbox drained on the way down', async () => {
  const on = stage();
  const { brokers } = on.servers.kafka;
  const [reading, writing] = await Promise.all(
    ['institutions', 'service-requests'].map(async (service) => openLedger(await on.databaseOf(service))),
  );
  if (!reading || !writing) throw new Error('two databases');
  const common = { brokers, topicPrefix: on.prefix };
  const reader = await appOf(reading, { ...common, service: 'institutions' });
  const writer = await appOf(writing, { ...common, service: 'service-requests', consume: false });
  await reader.get(Messaging).started();
  expect(reader.get(MessagingHealth).isHealthy()).toEqual({ broker: true, consumer: true, relay: true });

  const outbox = writer.get(Outbox);
  await Promise.all(newKeys(300).map((key) => write(writing, outbox, key)));
  await writer.close();
  expect(await countOf(writing, 'outbox')).toBe(0);
  await until('all effects', async () => (await countOf(reading, 'effect')) >= 300);
  expect(Math.max(...reader.get(ChunkRecorder).sizes)).toBeGreaterThan(1);
  const metrics = await register.metrics();
  expect(metrics).toMatch(/qi_relay_sent_total\{service="service-requests"\} 300/);
  expect(metrics).toMatch(/qi_handler_seconds_count\{service="institutions",type="task.cancelled.v1"\}/);
});
