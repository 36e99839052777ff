import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { declineReasons, deliverableKinds, jobStatuses, jobTransitions } from '@qi/contracts';
import type { DeclineReason, DeliverableKind, JobStatus } from '@qi/contracts';
import { IsBusinessDate, IsId, OneOfValues, PageQuery, Text } from '@qi/platform';
import type { Actor, Page } from '@qi/platform';
import { IsOptional } from 'class-validator';
import type { ProviderSettings } from '../provider-options';
import type { JobWithTask } from './job.queries';
import type { JobDetail, JobPage, JobResponse } from './job.response';
import type { JobRow } from './job.row';
import { worksBlind } from './job-scope';

export class JobListQuery extends PageQuery {
  @IsOptional() @OneOfValues(jobStatuses) status?: JobStatus;
  @IsOptional() @IsId() taskId?: string;
  @IsOptional() @IsId() requestId?: string;
  @IsOptional() @IsId() providerId?: string;
}

export class AcceptJob {
  @ApiPropertyOptional({ format: 'date', description: 'the proposed date if absent' })
  @IsOptional()
  @IsBusinessDate()
  promisedDate?: string;
}

export class DeclineJob {
  @OneOfValues(declineReasons) reasonCode: DeclineReason;
  @ApiPropertyOptional({ maxLength: 1000 }) @IsOptional() @Text(1000) note?: string;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsBusinessDate() availableFrom?: string;
}

export class ProgressJob {
  @Text(100) step: string;
}

export class TerminateJob {
  @Text(1000) reason: string;
}

/** Fields beside the part `file`. */
export class DeliverJob {
  @OneOfValues(deliverableKinds) kind: DeliverableKind;
  @ApiProperty({ maxLength: 100, description: 'given by the provider' }) @Text(100) number: string;
  @Text(300) title: string;
  @ApiPropertyOptional({ format: 'date', description: 'today if absent' })
  @IsOptional()
  @IsBusinessDate()
  issuedOn?: string;
}

export function toJobResponse(job: JobRow, actor: Actor, settings: ProviderSettings): JobResponse {
  const { itemZh, itemEn, requestId, requestNumber, taskNumber, enterpriseId, enterpriseName, areaCode, ...shown } =
    job;
  const client = { requestId, requestNumber, taskNumber, enterpriseId, enterpriseName, areaCode };
  const blind = worksBlind(actor, settings);
  return {
    ...shown,
    itemName: { zh: itemZh, en: itemEn },
    ...(!blind && { client }),
    steps: settings.steps(job.element),
    legal: jobTransitions[job.status],
  };
}

export function toJobDetail({ job, task }: JobWithTask, actor: Actor, settings: ProviderSettings): JobDetail {
  const { demand, needBy, urgency } = task.value;
  // What the firm wrote in its own words may name it.
  const told = worksBlind(actor, settings) ? { ...demand, text: '' } : demand;
  return { ...toJobResponse(job, actor, settings), demand: told, ...(needBy && { needBy }), urgency };
}

export function toJobPage(page: Page<JobRow>, actor: Actor, settings: ProviderSettings): JobPage {
  return { ...page, items: page.items.map((job) => toJobResponse(job, actor, settings)) };
}
