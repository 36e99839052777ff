/** The provider as most NestJS + Kafka tutorials write it: read, look up, save, emit; one message at a time. */
import 'reflect-metadata';
import { Controller, Inject, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientKafka, ClientsModule, EventPattern, Payload, Transport } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { PeerJob, PeerScope, kafkaOptions, peerDataSource } from './tables.mts';

interface Opened {
  taskId: string;
  element: string;
  text: string;
}

class InstitutionsController {
  readonly client: ClientKafka;
  readonly dataSource: DataSource;

  constructor(client: ClientKafka, dataSource: DataSource) {
    this.client = client;
    this.dataSource = dataSource;
  }

  async opened(event: Opened): Promise<void> {
    const [line] = await this.dataSource
      .getRepository(PeerScope)
      .find({ where: { element: event.element }, order: { id: 'ASC' }, take: 1 });
    if (!line) return;
    const job = await this.dataSource
      .getRepository(PeerJob)
      .save({ taskId: event.taskId, institutionId: line.institutionId, text: event.text, status: 'offered' });
    this.client.emit('peer.job.offered', {
      key: job.taskId,
      value: { taskId: job.taskId, institutionId: job.institutionId },
    });
  }
}

Controller()(InstitutionsController);
Inject('KAFKA')(InstitutionsController, undefined, 0);
Inject(DataSource)(InstitutionsController, undefined, 1);
EventPattern('peer.task.opened')(
  InstitutionsController.prototype,
  'opened',
  Object.getOwnPropertyDescriptor(InstitutionsController.prototype, 'opened')!,
);
Payload()(InstitutionsController.prototype, 'opened', 0);

class InstitutionsModule {}
Module({
  imports: [
    ClientsModule.register([{ name: 'KAFKA', transport: Transport.KAFKA, options: kafkaOptions('peer-institutions') }]),
  ],
  controllers: [InstitutionsController],
  providers: [{ provide: DataSource, useFactory: () => peerDataSource('peer_institutions').initialize() }],
})(InstitutionsModule);

const app = await NestFactory.create(InstitutionsModule, { logger: ['error'] });
app.connectMicroservice({ transport: Transport.KAFKA, options: kafkaOptions('peer-institutions') });
await app.init();
await app.startAllMicroservices();
await app.get<ClientKafka>('KAFKA').connect();
console.log('ready');
