/** The tables of the peer: the rows that the platform writes for one request, of the same number and size. */
import { patchRequestQueue } from '@qi/messaging';
import { DataSource, EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import type { KafkaOptions } from '@nestjs/microservices';
import { Partitioners, logLevel } from 'kafkajs';

const id = { type: 'uuid', primary: true, generated: 'uuid' } as const;
const text = { type: 'text' } as const;
const uuid = { type: 'uuid' } as const;
const time = { type: 'timestamptz', nullable: true } as const;
const json = { type: 'jsonb' } as const;

type Columns<T> = { [K in keyof T]: EntitySchemaColumnOptions };
/** With an index on `by`, where rows are looked up by it. */
const table = <T extends object>(name: string, columns: Columns<T>, by?: keyof T & string) =>
  new EntitySchema<T>({ name, columns, ...(by ? { indices: [{ columns: [by] }] } : {}) });

export interface PeerRequest {
  id: string;
  status: string;
  title: string;
  lines: object;
  enterprise: object;
  submittedAt: Date | null;
}
export interface PeerTask {
  id: string;
  requestId: string;
  status: string;
  element: string;
  demand: object;
  enterprise: object;
  item: object;
  job: object | null;
  offeredAt: Date | null;
}
export interface PeerStep {
  id: string;
  requestId: string;
  kind: string;
  words: object;
  data: object;
}
export interface PeerClock {
  id: string;
  taskId: string;
  kind: string;
  status: string;
  dueAt: Date | null;
}
export const PeerRequests = table<PeerRequest>('peer_request', {
  ...{ id, status: text, title: text, lines: json, enterprise: json, submittedAt: time },
});
export const PeerTasks = table<PeerTask>(
  'peer_task',
  {
    id,
    requestId: uuid,
    status: text,
    element: text,
    demand: json,
    enterprise: json,
    item: json,
    job: { ...json, nullable: true },
    offeredAt: time,
  },
  'requestId',
);
export const PeerSteps = table<PeerStep>(
  'peer_step',
  { id, requestId: uuid, kind: text, words: json, data: json },
  'requestId',
);
export const PeerClocks = table<PeerClock>(
  'peer_clock',
  { id, taskId: uuid, kind: text, status: text, dueAt: time },
  'taskId',
);

export interface PeerInstitution {
  id: string;
  name: string;
  areaCode: string;
  openJobs: number;
}
export interface PeerLine {
  id: string;
  institutionId: string;
  object: string;
  standard: string;
  validTo: string;
}
export interface PeerStandard {
  number: string;
  title: object;
  successors: object;
}
export interface PeerOpened {
  taskId: string;
  value: object;
}
export interface PeerDecision {
  id: string;
  taskId: string;
  record: object;
}
export interface PeerJob {
  id: string;
  taskId: string;
  institutionId: string;
  status: string;
  enterprise: string;
  lifeLine: object;
}
export const PeerInstitutions = table<PeerInstitution>('peer_institution', {
  ...{ id, name: text, areaCode: text, openJobs: { type: 'int', default: 0 } },
});
export const PeerLines = table<PeerLine>(
  'peer_line',
  { id, institutionId: uuid, object: text, standard: text, validTo: text },
  'standard',
);
export const PeerStandards = table<PeerStandard>('peer_standard', {
  ...{ number: { type: 'text', primary: true }, title: json, successors: json },
});
export const PeerOpenedTasks = table<PeerOpened>('peer_opened', {
  taskId: { type: 'uuid', primary: true },
  value: json,
});
export const PeerDecisions = table<PeerDecision>(
  'peer_decision',
  { id, taskId: uuid, record: { type: 'json' } },
  'taskId',
);
export const PeerJobs = table<PeerJob>(
  'peer_job',
  { id, taskId: uuid, institutionId: uuid, status: text, enterprise: text, lifeLine: json },
  'taskId',
);

const entities = {
  peer_window: [PeerRequests, PeerTasks, PeerSteps, PeerClocks],
  peer_institutions: [PeerInstitutions, PeerLines, PeerStandards, PeerOpenedTasks, PeerDecisions, PeerJobs],
};

export function peerDataSource(database: keyof typeof entities): DataSource {
  const url = new URL(process.env['QI_POSTGRES_URL']!);
  url.pathname = `/${database}`;
  return new DataSource({
    type: 'postgres',
    url: url.toString(),
    entities: entities[database],
    synchronize: true,
    poolSize: 16,
  });
}

/** Mended as the platform's client is: a timer that fires every millisecond would be no baseline. */
export function kafkaOptions(clientId: string): NonNullable<KafkaOptions['options']> {
  patchRequestQueue();
  return {
    client: { clientId, brokers: process.env['KAFKA_BROKERS']!.split(','), logLevel: logLevel.ERROR },
    consumer: { groupId: clientId },
    producer: { createPartitioner: Partitioners.DefaultPartitioner },
    subscribe: { fromBeginning: true },
  };
}
