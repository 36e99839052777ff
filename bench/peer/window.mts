/**
 * The window as most NestJS + Kafka tutorials write it: save through repositories in a transaction, then emit with Nest's
 * own Kafka transport; one message at a time, no outbox, no inbox, no token, no validation. It writes the rows and sends the
 * facts that the platform writes and sends for a request, so that both do the same work. A baseline, not an example.
 */
import 'reflect-metadata';
import { Body, Controller, Inject, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientKafka, ClientsModule, EventPattern, Payload, Transport } from '@nestjs/microservices';
import { DataSource, type EntityManager } from 'typeorm';
import { PeerClocks, PeerRequests, PeerSteps, PeerTasks, kafkaOptions, peerDataSource } from './tables.mts';

interface Submit {
  id: string;
}
interface Offered {
  taskId: string;
  requestId: string;
  jobId: string;
  institution: object;
  reason: object;
}

const TOPICS = {
  submitted: 'peer.request.submitted',
  accepted: 'peer.request.accepted',
  created: 'peer.task.created',
  opened: 'peer.task.opened',
};

class WindowController {
  readonly client: ClientKafka;
  readonly dataSource: DataSource;

  constructor(client: ClientKafka, dataSource: DataSource) {
    this.client = client;
    this.dataSource = dataSource;
  }

  async submit({ id }: Submit): Promise<{ id: string }> {
    const { request, task } = await this.dataSource.transaction(async (tx) => {
      const found = await tx.findOneByOrFail(PeerRequests, { id });
      const request = await tx.save(PeerRequests, { ...found, status: 'in-service', submittedAt: new Date() });
      const [line] = request.lines as { demand: object; item: object }[];
      const { enterprise } = request;
      const { demand, item } = line!;
      const task = await tx.save(PeerTasks, {
        ...{ requestId: id, status: 'opened', element: 'testing', demand, enterprise, item, job: null },
      });
      for (const kind of ['submitted', 'accepted', 'task-opened']) await this.step(tx, id, kind, { taskId: task.id });
      await tx.save(PeerClocks, { taskId: task.id, kind: 'dispatch', status: 'running', dueAt: new Date() });
      return { request, task };
    });
    for (const topic of [TOPICS.submitted, TOPICS.accepted]) {
      this.client.emit(topic, {
        key: id,
        value: { requestId: id, enterprise: request.enterprise, lines: request.lines },
      });
    }
    for (const topic of [TOPICS.created, TOPICS.opened]) {
      this.client.emit(topic, { key: task.id, value: { ...task, taskId: task.id } });
    }
    return { id };
  }

  async offered({ taskId, requestId, jobId, institution, reason }: Offered): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const task = await tx.findOneByOrFail(PeerTasks, { id: taskId });
      await tx.save(PeerTasks, {
        ...task,
        status: 'offered',
        offeredAt: new Date(),
        job: { jobId, institution, reason },
      });
      await tx.update(PeerClocks, { taskId, kind: 'dispatch' }, { status: 'stopped' });
      await tx.save(PeerClocks, { taskId, kind: 'answer', status: 'running', dueAt: new Date() });
      await this.step(tx, requestId, 'task-offered', { taskId, jobId });
    });
  }

  private async step(tx: EntityManager, requestId: string, kind: string, data: object): Promise<void> {
    const words = {
      zh: '已派给检测机构，预计五个工作日完成',
      en: 'Offered to a laboratory, expected in five working days',
    };
    await tx.save(PeerSteps, { requestId, kind, words, data });
  }
}

const on = (name: 'submit' | 'offered') => Object.getOwnPropertyDescriptor(WindowController.prototype, name)!;
Controller()(WindowController);
Inject('KAFKA')(WindowController, undefined, 0);
Inject(DataSource)(WindowController, undefined, 1);
Post('submit')(WindowController.prototype, 'submit', on('submit'));
Body()(WindowController.prototype, 'submit', 0);
EventPattern('peer.job.offered')(WindowController.prototype, 'offered', on('offered'));
Payload()(WindowController.prototype, 'offered', 0);

class WindowModule {}
Module({
  imports: [
    ClientsModule.register([{ name: 'KAFKA', transport: Transport.KAFKA, options: kafkaOptions('peer-window') }]),
  ],
  controllers: [WindowController],
  providers: [{ provide: DataSource, useFactory: () => peerDataSource('peer_window').initialize() }],
})(WindowModule);

const app = await NestFactory.create(WindowModule, { logger: ['error'] });
app.connectMicroservice({ transport: Transport.KAFKA, options: kafkaOptions('peer-window') });
await app.init();
await app.startAllMicroservices();
await app.get<ClientKafka>('KAFKA').connect();
await app.listen(Number(process.env['PORT']), '127.0.0.1');
console.log('ready');
