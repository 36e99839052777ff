import { Type } from '@sinclair/typebox';
import { defineEvent } from '../event';
import {
  At,
  BusinessDate,
  By,
  Deliverable,
  Demand,
  ElementName,
  EnterpriseRef,
  Id,
  OneOf,
  Text,
  Words,
} from '../values';

export const urgencies = ['normal', 'urgent'] as const;
export const secrecies = ['normal', 'strict'] as const;

const taskIds = { taskId: Id, taskNumber: Text, requestId: Id, requestNumber: Text };
const producers = ['service-requests'] as const;
const subject = (data: { taskId: string }) => data.taskId;

/** A task exists; it waits until what it depends on is delivered. */
export const TaskCreatedV1 = defineEvent({
  type: 'task.created.v1',
  producers,
  subject,
  schema: Type.Object({
    ...taskIds,
    element: ElementName,
    itemCode: Text,
    itemName: Words,
    enterpriseId: Id,
    platformId: Id,
    areaCode: Text,
    dependsOn: Type.Array(Id),
    needBy: Type.Optional(BusinessDate),
    at: At,
  }),
});

/** The provider of the element is asked to route. `round` grows each time the same task is opened again. */
export const TaskOpenedV1 = defineEvent({
  type: 'task.opened.v1',
  producers,
  subject,
  schema: Type.Object({
    ...taskIds,
    round: Type.Integer({ minimum: 1 }),
    element: ElementName,
    item: Type.Object({ code: Text, version: Type.Integer({ minimum: 1 }), name: Words }),
    demand: Demand,
    enterprise: EnterpriseRef,
    platformId: Id,
    needBy: Type.Optional(BusinessDate),
    urgency: OneOf(urgencies),
    secrecy: OneOf(secrecies),
    consents: Type.Object({ subcontracting: Type.Boolean(), disclosure: Type.Boolean() }),
    excluded: Type.Array(Id),
    preferred: Type.Array(Id),
    /** Set when a clerk named the provider: only that one is judged, by the legal gates. */
    dispatchedTo: Type.Optional(Type.Object({ providerId: Id, by: By, reason: Text })),
    eligibleProviders: Type.Array(Id),
    /** Working days in which a provider must answer an offer. */
    answerWithin: Type.Integer({ minimum: 1, maximum: 60 }),
    dependencies: Type.Array(Type.Object({ taskId: Id, deliverables: Type.Array(Deliverable) })),
    at: At,
  }),
});

export const TaskAmendedV1 = defineEvent({
  type: 'task.amended.v1',
  producers,
  subject,
  schema: Type.Object({
    ...taskIds,
    demand: Demand,
    needBy: Type.Optional(BusinessDate),
    reason: Text,
    by: By,
    at: At,
  }),
});

export const TaskCancelledV1 = defineEvent({
  type: 'task.cancelled.v1',
  producers,
  subject,
  schema: Type.Object({ ...taskIds, reason: Text, by: By, at: At }),
});

export const TaskReworkRequestedV1 = defineEvent({
  type: 'task.rework-requested.v1',
  producers,
  subject,
  schema: Type.Object({ ...taskIds, jobId: Id, reason: Text, by: By, at: At }),
});

export const TaskConfirmedV1 = defineEvent({
  type: 'task.confirmed.v1',
  producers,
  subject,
  schema: Type.Object({ ...taskIds, jobId: Id, by: By, at: At }),
});

export const taskEvents = [
  TaskCreatedV1,
  TaskOpenedV1,
  TaskAmendedV1,
  TaskCancelledV1,
  TaskReworkRequestedV1,
  TaskConfirmedV1,
] as const;
