/**
 * The window as most NestJS + Kafka tutorials write it: save through a repository, then emit with Nest's own Kafka
 * transport; one message at a time, no outbox, no inbox. A baseline, not an example.
 */
import 'reflect-metadata';
import { Body, Controller, Inject, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientKafka, ClientsModule, EventPattern, Payload, Transport } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { PeerRequest, PeerTask, kafkaOptions, peerDataSource } from './tables.mts';

interface Submit {
  title: string;
  text: string;
}
interface Offered {
  taskId: string;
  institutionId: number;
}

class WindowController {
  readonly client: ClientKafka;
  readonly dataSource: DataSource;

  constructor(client: ClientKafka, dataSource: DataSource) {
    this.client = client;
    this.dataSource = dataSource;
  }

  async submit(body: Submit): Promise<{ id: string }> {
    const request = await this.dataSource
      .getRepository(PeerRequest)
      .save({ title: body.title, text: body.text, status: 'submitted' });
    const task = await this.dataSource
      .getRepository(PeerTask)
      .save({ requestId: request.id, element: 'testing', text: body.text, status: 'opened' });
    this.client.emit('peer.task.opened', {
      key: task.id,
      value: { taskId: task.id, element: task.element, text: task.text },
    });
    return { id: task.id };
  }

  async offered(event: Offered): Promise<void> {
    await this.dataSource
      .getRepository(PeerTask)
      .update({ id: event.taskId }, { status: 'offered', offeredAt: new Date() });
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
