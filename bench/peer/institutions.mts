/** The provider as most NestJS + Kafka tutorials write it: read, choose, save, emit; one message at a time. */
import 'reflect-metadata';
import { Controller, Inject, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientKafka, ClientsModule, EventPattern, Payload, Transport } from '@nestjs/microservices';
import { DataSource, In, type EntityManager } from 'typeorm';
import {
  PeerDecisions,
  PeerInstitutions,
  PeerJobs,
  PeerLines,
  PeerOpenedTasks,
  PeerStandards,
  kafkaOptions,
  peerDataSource,
  type PeerInstitution,
  type PeerLine,
  type PeerStandard,
} from './tables.mts';

interface Opened {
  taskId: string;
  requestId: string;
  demand: { tests: { methodStandard: string }[] };
  enterprise: { name: string };
}

/** As many gates as the platform asks: each leaves its words in the record. */
const GATES = 17;

class InstitutionsController {
  readonly client: ClientKafka;
  readonly dataSource: DataSource;

  constructor(client: ClientKafka, dataSource: DataSource) {
    this.client = client;
    this.dataSource = dataSource;
  }

  async opened(event: Opened): Promise<void> {
    const { taskId, requestId } = event;
    const made = await this.dataSource.transaction(async (tx) => {
      const known = await candidates(tx, event);
      const winner = known.institutions.reduce((best, each) => (each.openJobs < best.openJobs ? each : best));
      const lifeLine = [{ status: 'offered', at: new Date().toISOString() }];
      await tx.save(PeerOpenedTasks, { taskId, value: event });
      const { id: decisionId } = await tx.save(PeerDecisions, { taskId, record: recordOf(event, known, winner) });
      const job = await tx.save(PeerJobs, {
        ...{ taskId, institutionId: winner.id, status: 'offered', enterprise: event.enterprise.name, lifeLine },
      });
      await tx.increment(PeerInstitutions, { id: winner.id }, 'openJobs', 1);
      return { jobId: job.id, decisionId, institution: winner };
    });
    const reason = { zh: '在符合条件的机构中得分最高', en: 'scores best of those that meet every condition' };
    this.client.emit('peer.job.offered', { key: made.jobId, value: { taskId, requestId, ...made, reason } });
  }
}

interface Known {
  standards: PeerStandard[];
  lines: PeerLine[];
  institutions: PeerInstitution[];
}

async function candidates(tx: EntityManager, { demand }: Opened): Promise<Known> {
  const numbers = [...new Set(demand.tests.map(({ methodStandard }) => methodStandard))];
  const standards = await tx.find(PeerStandards);
  const lines = await tx.findBy(PeerLines, { standard: In(numbers) });
  const institutions = await tx.findBy(PeerInstitutions, { id: In(lines.map((line) => line.institutionId)) });
  return { standards, lines, institutions };
}

function recordOf(event: Opened, { standards, lines, institutions }: Known, winner: PeerInstitution): object {
  const judgements = institutions.map((institution) => ({
    key: institution.id,
    name: institution.name,
    gates: Array.from({ length: GATES }, (_, gate) => ({ gate, pass: true, words: { zh: '符合条件', en: 'passes' } })),
  }));
  const inputs = { demand: event, standards, candidates: institutions.map((one) => ({ ...one, lines })) };
  return { inputs, judgements, winner: winner.id };
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
