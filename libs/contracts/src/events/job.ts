import { Type } from '@sinclair/typebox';
import { providerServices } from '../element';
import { defineEvent } from '../event';
import { At, BusinessDate, By, Deliverable, ElementName, Id, Text, Words } from '../values';

const task = { taskId: Id, requestId: Id, element: ElementName };
const job = { jobId: Id, jobNumber: Text, ...task, providerId: Id };
const producers = providerServices;
const subject = (data: { jobId: string }) => data.jobId;
/** All jobs of one task share a key, so that the window reads «declined» before the next «offered». */
const key = (data: { taskId: string }) => data.taskId;

export const JobOfferedV1 = defineEvent({
  type: 'job.offered.v1',
  producers,
  subject,
  key,
  schema: Type.Object({
    ...job,
    provider: Type.Object({ id: Id, name: Text, siteId: Type.Optional(Id), areaCode: Type.Optional(Text) }),
    decisionId: Id,
    round: Type.Integer({ minimum: 1 }),
    promisedDate: BusinessDate,
    answerBy: At,
    reason: Words,
    at: At,
  }),
});

/** No provider passes every gate. `gates` counts the candidates each gate excluded; `nearestMisses` says what would mend it. */
export const JobUnroutableV1 = defineEvent({
  type: 'job.unroutable.v1',
  producers,
  subject: (data) => data.taskId,
  key,
  schema: Type.Object({
    ...task,
    decisionId: Id,
    round: Type.Integer({ minimum: 1 }),
    candidates: Type.Integer({ minimum: 0 }),
    gates: Type.Record(Type.String(), Type.Integer({ minimum: 0 })),
    nearestMisses: Type.Array(Type.Object({ providerId: Id, name: Text, gate: Text, words: Words })),
    reason: Words,
    at: At,
  }),
});

export const JobAcceptedV1 = defineEvent({
  type: 'job.accepted.v1',
  producers,
  subject,
  key,
  schema: Type.Object({ ...job, promisedDate: BusinessDate, by: By, at: At }),
});

export const declineReasons = [
  'no-capacity',
  'equipment-down',
  'out-of-scope',
  'conflict-of-interest',
  'too-far',
  'sample-not-suitable',
  'date-not-possible',
  'other',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** A sentence for the firm. */
export const declineReasonWords: Readonly<Record<DeclineReason, { readonly zh: string; readonly en: string }>> = {
  'no-capacity': { zh: '排期已满', en: 'no capacity at present' },
  'equipment-down': { zh: '设备停用', en: 'the equipment is out of use' },
  'out-of-scope': { zh: '超出能力范围', en: 'out of its scope' },
  'conflict-of-interest': { zh: '存在利益冲突', en: 'a conflict of interest' },
  'too-far': { zh: '距离过远', en: 'too far away' },
  'sample-not-suitable': { zh: '样品不适合', en: 'the sample is not suitable' },
  'date-not-possible': { zh: '日期无法满足', en: 'the date is not possible' },
  other: { zh: '其他原因', en: 'another reason' },
};

/** What a coded reason says; a code that is not known here is shown as it is. */
export function wordsOfDecline(code: string): { readonly zh: string; readonly en: string } {
  return declineReasonWords[code as DeclineReason] ?? { zh: code, en: code };
}

export const JobDeclinedV1 = defineEvent({
  type: 'job.declined.v1',
  producers,
  subject,
  key,
  schema: Type.Object({
    ...job,
    reasonCode: Text,
    note: Type.Optional(Type.String()),
    availableFrom: Type.Optional(BusinessDate),
    by: By,
    at: At,
  }),
});

/** No answer before `answerBy`: the provider service routes again without this provider. */
export const JobExpiredV1 = defineEvent({
  type: 'job.expired.v1',
  producers,
  subject,
  key,
  schema: Type.Object({ ...job, answerBy: At, at: At }),
});

export const JobProgressedV1 = defineEvent({
  type: 'job.progressed.v1',
  producers,
  subject,
  key,
  schema: Type.Object({
    ...job,
    step: Text,
    stepIndex: Type.Integer({ minimum: 1 }),
    steps: Type.Integer({ minimum: 1 }),
    words: Words,
    by: By,
    at: At,
  }),
});

export const JobCompletedV1 = defineEvent({
  type: 'job.completed.v1',
  producers,
  subject,
  key,
  schema: Type.Object({ ...job, deliverables: Type.Array(Deliverable, { minItems: 1 }), by: By, at: At }),
});

/** The window asked for rework of a completed job; the provider works on it again. */
export const JobReworkedV1 = defineEvent({
  type: 'job.reworked.v1',
  producers,
  subject,
  key,
  schema: Type.Object({ ...job, reason: Text, at: At }),
});

/** `cause` says the reason in both languages where the platform itself gives it. */
export const JobCancelledV1 = defineEvent({
  type: 'job.cancelled.v1',
  producers,
  subject,
  key,
  schema: Type.Object({ ...job, reason: Text, cause: Type.Optional(Words), at: At }),
});

/** The provider cannot finish (reason given): the task is routed again without it. */
export const JobTerminatedV1 = defineEvent({
  type: 'job.terminated.v1',
  producers,
  subject,
  key,
  schema: Type.Object({ ...job, reason: Text, cause: Type.Optional(Words), by: By, at: At }),
});

/** The provider may not go on for now, because it lost what it was approved for; the job keeps its state. */
export const JobPausedV1 = defineEvent({
  type: 'job.paused.v1',
  producers,
  subject,
  key,
  schema: Type.Object({ ...job, cause: Words, at: At }),
});

/** What had paused the job is mended. */
export const JobResumedV1 = defineEvent({
  type: 'job.resumed.v1',
  producers,
  subject,
  key,
  schema: Type.Object({ ...job, at: At }),
});

/**
 * Reports that the job handed over are in doubt: when they were issued, the provider was not approved for what they say.
 * `affectedFrom` is the first day in doubt.
 */
export const JobFlaggedV1 = defineEvent({
  type: 'job.flagged.v1',
  producers,
  subject,
  key,
  schema: Type.Object({
    ...job,
    numbers: Type.Array(Text, { minItems: 1 }),
    cause: Words,
    affectedFrom: BusinessDate,
    at: At,
  }),
});

export const jobEvents = [
  JobOfferedV1,
  JobUnroutableV1,
  JobAcceptedV1,
  JobDeclinedV1,
  JobExpiredV1,
  JobProgressedV1,
  JobCompletedV1,
  JobReworkedV1,
  JobCancelledV1,
  JobTerminatedV1,
  JobPausedV1,
  JobResumedV1,
  JobFlaggedV1,
] as const;
