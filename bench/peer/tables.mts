import { DataSource, EntitySchema } from 'typeorm';
import type { KafkaOptions } from '@nestjs/microservices';
import { Partitioners, logLevel } from 'kafkajs';

const id = { type: 'uuid', primary: true, generated: 'uuid' } as const;

export const PeerRequest = new EntitySchema<{ id: string; title: string; text: string; status: string }>({
  name: 'peer_request',
  columns: { id, title: { type: 'text' }, text: { type: 'text' }, status: { type: 'text' } },
});
export const PeerTask = new EntitySchema<{
  id: string;
  requestId: string;
  element: string;
  text: string;
  status: string;
  offeredAt: Date | null;
}>({
  name: 'peer_task',
  columns: {
    id,
    requestId: { type: 'uuid' },
    element: { type: 'text' },
    text: { type: 'text' },
    status: { type: 'text' },
    offeredAt: { type: 'timestamptz', nullable: true },
  },
});
export const PeerJob = new EntitySchema<{
  id: string;
  taskId: string;
  institutionId: number;
  text: string;
  status: string;
}>({
  name: 'peer_job',
  columns: {
    id,
    taskId: { type: 'uuid' },
    institutionId: { type: 'int' },
    text: { type: 'text' },
    status: { type: 'text' },
  },
});
export const PeerScope = new EntitySchema<{ id: number; element: string; institutionId: number }>({
  name: 'peer_scope',
  columns: {
    id: { type: 'int', primary: true, generated: true },
    element: { type: 'text' },
    institutionId: { type: 'int' },
  },
});

export function peerDataSource(database: string): DataSource {
  const url = new URL(process.env['QI_POSTGRES_URL']!);
  url.pathname = `/${database}`;
  return new DataSource({
    type: 'postgres',
    url: url.toString(),
    entities: database === 'peer_window' ? [PeerRequest, PeerTask] : [PeerJob, PeerScope],
    synchronize: true,
    poolSize: 16,
  });
}

export function kafkaOptions(clientId: string): NonNullable<KafkaOptions['options']> {
  return {
    client: { clientId, brokers: process.env['KAFKA_BROKERS']!.split(','), logLevel: logLevel.ERROR },
    consumer: { groupId: clientId },
    producer: { createPartitioner: Partitioners.DefaultPartitioner },
    subscribe: { fromBeginning: true },
  };
}
