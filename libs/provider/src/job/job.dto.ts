import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { declineReasons, deliverableKinds, jobStatuses, jobTransitions } from '@qi/contracts';
import type { DeclineReason, Deliverable, DeliverableKind, Demand, Element, JobStatus } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { IsBusinessDate, IsId, OneOfValues, PageQuery, Text } from '@qi/platform';
import type { Actor, Page } from '@qi/platform';
import { IsOptional } from 'class-validator';
import type { ProviderSettings } from '../provider-options';
import type { JobWithTask } from './job.queries';
import type { JobRow, LifeLineEntry } from './job.row';
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

interface Client {
  readonly requestId: string;
  readonly requestNumber: string;
  readonly taskNumber: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly areaCode: string;
}

export interface JobResponse {
  readonly id: string;
  readonly number: string;
  readonly blindNumber: string;
  readonly taskId: string;
  readonly element: Element;
  readonly itemCode: string;
  readonly itemName: Words;
  readonly round: number;
  readonly providerId: string;
  readonly providerName: string;
  readonly siteId: string | null;
  readonly secrecy: 'normal' | 'strict';
  /** Absent for those who work blind. */
  readonly client?: Client;
  readonly decisionId: string;
  readonly status: JobStatus;
  /** The states that may follow. */
  readonly legal: readonly JobStatus[];
  readonly answerBy: Date;
  readonly promisedDate: string;
  readonly step: string | null;
  readonly steps: readonly { readonly name: string; readonly words: Words }[];
  readonly deliverables: readonly Deliverable[];
  readonly formerDeliverables: readonly Deliverable[];
  readonly reason: string | null;
  readonly lifeLine: readonly LifeLineEntry[];
  readonly offeredAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

export interface JobDetail extends JobResponse {
  readonly demand: Demand;
  readonly needBy?: string;
  readonly urgency: 'normal' | 'urgent';
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

export function toJobPage(page: Page<JobRow>, actor: Actor, settings: ProviderSettings): Page<JobResponse> {
  return { ...page, items: page.items.map((job) => toJobResponse(job, actor, settings)) };
}
