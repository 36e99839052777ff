import { Injectable } from '@nestjs/common';
import {
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
import { HandlesChunk, type ReceivedEvent } from '@qi/messaging';
import type { JobFact } from '../task/job-fact';
import { Fulfilment, type Tx } from './fulfilment.service';

type JobContract =
  | typeof JobOfferedV1
  | typeof JobUnroutableV1
  | typeof JobAcceptedV1
  | typeof JobDeclinedV1
  | typeof JobExpiredV1
  | typeof JobProgressedV1
  | typeof JobCompletedV1
  | typeof JobReworkedV1
  | typeof JobCancelledV1
  | typeof JobTerminatedV1
  | typeof JobPausedV1
  | typeof JobResumedV1
  | typeof JobFlaggedV1;

@Injectable()
export class JobConsumer {
  constructor(private readonly fulfilment: Fulfilment) {}

  @HandlesChunk(
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
  )
  async follow(events: ReceivedEvent<JobContract>[], tx: Tx): Promise<void> {
    await this.fulfilment.followAll(
      tx,
      events.map(({ type, data }) => ({ type, data }) as JobFact),
    );
  }
}
