import type {
  EventData,
  JobAcceptedV1,
  JobCancelledV1,
  JobCompletedV1,
  JobDeclinedV1,
  JobExpiredV1,
  JobFlaggedV1,
  JobOfferedV1,
  JobPausedV1,
  JobProgressedV1,
  JobResumedV1,
  JobReworkedV1,
  JobTerminatedV1,
  JobUnroutableV1,
} from '@qi/contracts';
import type { Words } from '@qi/kernel';
import type { ClockCommand } from '../time-limit/change';
import type { Task } from './task';

/** What a provider tells about a job, as the window reads it. */
export type JobFact =
  | { readonly type: 'job.offered.v1'; readonly data: EventData<typeof JobOfferedV1> }
  | { readonly type: 'job.unroutable.v1'; readonly data: EventData<typeof JobUnroutableV1> }
  | { readonly type: 'job.accepted.v1'; readonly data: EventData<typeof JobAcceptedV1> }
  | { readonly type: 'job.declined.v1'; readonly data: EventData<typeof JobDeclinedV1> }
  | { readonly type: 'job.expired.v1'; readonly data: EventData<typeof JobExpiredV1> }
  | { readonly type: 'job.progressed.v1'; readonly data: EventData<typeof JobProgressedV1> }
  | { readonly type: 'job.completed.v1'; readonly data: EventData<typeof JobCompletedV1> }
  | { readonly type: 'job.reworked.v1'; readonly data: EventData<typeof JobReworkedV1> }
  | { readonly type: 'job.cancelled.v1'; readonly data: EventData<typeof JobCancelledV1> }
  | { readonly type: 'job.terminated.v1'; readonly data: EventData<typeof JobTerminatedV1> }
  | { readonly type: 'job.paused.v1'; readonly data: EventData<typeof JobPausedV1> }
  | { readonly type: 'job.resumed.v1'; readonly data: EventData<typeof JobResumedV1> }
  | { readonly type: 'job.flagged.v1'; readonly data: EventData<typeof JobFlaggedV1> };

/** What one fact changes, with the words for the life line. */
export interface JobStep {
  readonly next: Partial<Task>;
  readonly kind: string;
  readonly words: Words;
  readonly data?: Record<string, unknown>;
  readonly clocks?: readonly ClockCommand[];
}
