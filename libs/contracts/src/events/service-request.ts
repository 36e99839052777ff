import { Type } from '@sinclair/typebox';
import { defineEvent } from '../event';
import { At, BusinessDate, By, Id, Text } from '../values';

const request = { requestId: Id, requestNumber: Text, enterpriseId: Id, platformId: Id };
const producers = ['service-requests'] as const;
const subject = (data: { requestId: string }) => data.requestId;

export const ServiceRequestSubmittedV1 = defineEvent({
  type: 'service-request.submitted.v1',
  producers,
  subject,
  schema: Type.Object({
    ...request,
    enterpriseName: Text,
    areaCode: Text,
    industryCode: Type.Optional(Type.String()),
    items: Type.Integer({ minimum: 0 }),
    needBy: Type.Optional(BusinessDate),
    channel: Text,
    by: By,
    at: At,
  }),
});

export const ServiceRequestAcceptedV1 = defineEvent({
  type: 'service-request.accepted.v1',
  producers,
  subject,
  schema: Type.Object({ ...request, automatic: Type.Boolean(), tasks: Type.Integer({ minimum: 1 }), by: By, at: At }),
});

export const ServiceRequestReturnedV1 = defineEvent({
  type: 'service-request.returned.v1',
  producers,
  subject,
  schema: Type.Object({ ...request, reasonCode: Text, note: Type.Optional(Type.String()), by: By, at: At }),
});

export const ServiceRequestRefusedV1 = defineEvent({
  type: 'service-request.refused.v1',
  producers,
  subject,
  schema: Type.Object({ ...request, reasonCode: Text, note: Type.Optional(Type.String()), by: By, at: At }),
});

export const ServiceRequestWithdrawnV1 = defineEvent({
  type: 'service-request.withdrawn.v1',
  producers,
  subject,
  schema: Type.Object({ ...request, reason: Text, by: By, at: At }),
});

/** Derived from the tasks: the first one is in a provider's hands. */
export const ServiceRequestStartedV1 = defineEvent({
  type: 'service-request.started.v1',
  producers,
  subject,
  schema: Type.Object({ ...request, at: At }),
});

export const ServiceRequestCompletedV1 = defineEvent({
  type: 'service-request.completed.v1',
  producers,
  subject,
  schema: Type.Object({ ...request, at: At }),
});

export const ServiceRequestReopenedV1 = defineEvent({
  type: 'service-request.reopened.v1',
  producers,
  subject,
  schema: Type.Object({ ...request, reason: Text, by: By, at: At }),
});

export const ServiceRequestClosedV1 = defineEvent({
  type: 'service-request.closed.v1',
  producers,
  subject,
  schema: Type.Object({ ...request, automatic: Type.Boolean(), at: At }),
});

/** Stars 1–5, timeliness and result apart; per task or for the whole request. */
export const RatingGivenV1 = defineEvent({
  type: 'rating.given.v1',
  producers,
  subject: (data) => data.ratingId,
  key: (data) => data.requestId,
  schema: Type.Object({
    ratingId: Id,
    ...request,
    taskId: Type.Optional(Id),
    providerId: Type.Optional(Id),
    timeliness: Type.Integer({ minimum: 1, maximum: 5 }),
    result: Type.Integer({ minimum: 1, maximum: 5 }),
    comment: Type.Optional(Type.String()),
    by: By,
    at: At,
  }),
});

const clock = {
  clockId: Id,
  requestId: Id,
  taskId: Type.Optional(Id),
  kind: Text,
  dueAt: At,
  provisional: Type.Boolean(),
  at: At,
};
const clockSubject = (data: { clockId: string }) => data.clockId;
const clockKey = (data: { requestId: string }) => data.requestId;

/** Half or four fifths of the working time are used. */
export const TimeLimitRemindedV1 = defineEvent({
  type: 'time-limit.reminded.v1',
  producers,
  subject: clockSubject,
  key: clockKey,
  schema: Type.Object({ ...clock, percent: Type.Integer() }),
});
export const TimeLimitBreachedV1 = defineEvent({
  type: 'time-limit.breached.v1',
  producers,
  subject: clockSubject,
  key: clockKey,
  schema: Type.Object({ ...clock, level: Type.Integer({ minimum: 1 }) }),
});

export const serviceRequestEvents = [
  ServiceRequestSubmittedV1,
  ServiceRequestAcceptedV1,
  ServiceRequestReturnedV1,
  ServiceRequestRefusedV1,
  ServiceRequestWithdrawnV1,
  ServiceRequestStartedV1,
  ServiceRequestCompletedV1,
  ServiceRequestReopenedV1,
  ServiceRequestClosedV1,
  RatingGivenV1,
  TimeLimitRemindedV1,
  TimeLimitBreachedV1,
] as const;
