import {
  serviceRequestStatuses,
  serviceRequestTransitions,
  type By,
  type EnterpriseRef,
  type ServiceRequestStatus,
} from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Fault } from '@qi/platform';
import type { Plan } from '../task/critical-path';
import type { Task } from '../task/task';
import { present, TaskResponse, toResponse as taskResponse } from '../task/task.view';
import type { ClockView } from '../time-limit/clock-view';
import { ClockResponse } from '../time-limit/clock.response';
import { ByResponse } from '../words.response';
import { refusalReasons, returnReasons, type CodedReason } from './coded-reasons';
import type { DuplicateHint } from '../outlook/duplicate-hints.service';
import type { RequestLine } from '../request-line/request-line';
import { channels, type Channel, type Contact, type ServiceRequest, type WindowAnswer } from './service-request';
import {
  AnswerResponse,
  ContactResponse,
  EnterpriseRefResponse,
  HintResponse,
  MissingResponse,
  PlanResponse,
  SituationResponse,
} from './request-parts.response';
import { situationOf, type Situation } from './situation';

type AnswerView = WindowAnswer & { readonly words: Words; readonly hint: Words };

/** A request in a list. */
export class RequestSummary {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'QI-20261122-000001' })
  number: string;

  @ApiProperty({ enum: serviceRequestStatuses })
  status: ServiceRequestStatus;

  @ApiProperty({ type: SituationResponse })
  situation: Situation;

  @ApiProperty({ enum: channels })
  channel: Channel;

  @ApiProperty({ type: EnterpriseRefResponse })
  enterprise: EnterpriseRef;

  @ApiProperty({ format: 'uuid' })
  platformId: string;

  @ApiPropertyOptional()
  title?: string;

  @ApiPropertyOptional()
  problem?: string;

  @ApiPropertyOptional({ format: 'date' })
  needBy?: string;

  @ApiProperty({ type: [Object], description: '{ key, itemCode, itemName, element }' })
  items: Pick<RequestLine, 'key' | 'itemCode' | 'itemName' | 'element'>[];

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, description: 'tasks by status' })
  tasks: Record<string, number>;

  @ApiProperty()
  overdue: boolean;

  @ApiPropertyOptional({ description: 'due time of the running clock that ends first' })
  dueAt?: Date;

  @ApiProperty()
  createdAt: Date;

  @ApiPropertyOptional()
  submittedAt?: Date;

  @ApiProperty()
  updatedAt: Date;

  @ApiProperty()
  version: number;
}

export class RequestPage {
  @ApiProperty({ type: [RequestSummary] })
  items: RequestSummary[];

  @ApiPropertyOptional({ description: 'cursor of the next page' })
  next?: string;
}

/** A request in full: above the fold where it is, whose turn, by when and why. */
export class RequestResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'QI-20261122-000001' })
  number: string;

  @ApiProperty({ enum: serviceRequestStatuses })
  status: ServiceRequestStatus;

  @ApiProperty({ enum: serviceRequestStatuses, isArray: true, description: 'states that may follow' })
  next: readonly ServiceRequestStatus[];

  @ApiProperty({ type: SituationResponse })
  situation: Situation;

  @ApiProperty({ enum: channels })
  channel: Channel;

  @ApiProperty({ type: EnterpriseRefResponse })
  enterprise: EnterpriseRef;

  @ApiProperty({ format: 'uuid' })
  platformId: string;

  @ApiPropertyOptional()
  title?: string;

  @ApiPropertyOptional()
  problem?: string;

  @ApiPropertyOptional({ format: 'date' })
  needBy?: string;

  @ApiPropertyOptional({ type: ContactResponse })
  contact?: Contact;

  @ApiProperty({ type: [String] })
  attachmentIds: string[];

  @ApiProperty({ type: [Object], description: 'as sent, with item version and name' })
  lines: RequestLine[];

  @ApiProperty({ type: [TaskResponse] })
  tasks: TaskResponse[];

  @ApiProperty({ type: [ClockResponse], description: 'time limits, running and past' })
  clocks: ClockView[];

  @ApiProperty({ type: PlanResponse, description: 'dates over working days' })
  plan: Plan;

  @ApiProperty({ type: [MissingResponse], description: 'what still hinders submission of a draft' })
  missing: readonly Fault[];

  @ApiProperty({ type: [HintResponse], description: 'the firm asked for the same lately' })
  hints: readonly DuplicateHint[];

  @ApiPropertyOptional({
    type: AnswerResponse,
    description: 'why it was returned or refused, with a hint how to go on',
  })
  answer?: AnswerView;

  @ApiPropertyOptional()
  withdrawal?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  copiedFromId?: string;

  @ApiProperty({ type: ByResponse })
  createdBy: By;

  @ApiProperty()
  createdAt: Date;

  @ApiProperty()
  updatedAt: Date;

  @ApiPropertyOptional()
  submittedAt?: Date;

  @ApiPropertyOptional()
  acceptedAt?: Date;

  @ApiPropertyOptional()
  completedAt?: Date;

  @ApiPropertyOptional()
  closedAt?: Date;

  @ApiProperty({ description: 'row version, the ETag' })
  version: number;
}

export interface RequestFacts {
  readonly tasks: readonly Task[];
  readonly clocks: ClockView[];
  readonly plan: Plan;
  readonly missing: readonly Fault[];
  readonly hints: readonly DuplicateHint[];
}

export function toResponse(request: ServiceRequest, facts: RequestFacts): RequestResponse {
  const { id, number, status, channel, enterprise, platformId, attachmentIds, lines, version } = request;
  const { title, problem, needBy, contact, withdrawal, copiedFromId, createdBy, createdAt, updatedAt } = request;
  const { submittedAt, acceptedAt, completedAt, closedAt } = request;
  const { tasks, ...seen } = facts;
  return {
    ...{ id, number, status, channel, enterprise, platformId, attachmentIds, lines },
    next: serviceRequestTransitions[status],
    situation: situationOf(status, tasks),
    tasks: tasks.map(taskResponse),
    ...seen,
    ...present({ title, problem, needBy, contact, withdrawal, copiedFromId }),
    ...(request.answer ? { answer: answerView(request.answer) } : {}),
    ...{ createdBy, createdAt, updatedAt },
    ...present({ submittedAt, acceptedAt, completedAt, closedAt }),
    version,
  };
}

export function toSummary(
  request: ServiceRequest,
  tasks: readonly Pick<Task, 'status'>[],
  clocks: readonly ClockView[],
): RequestSummary {
  const { id, number, status, channel, enterprise, platformId, title, problem, needBy } = request;
  const { createdAt, submittedAt, updatedAt, version } = request;
  const running = clocks.filter((clock) => clock.status === 'running');
  const dueAt = running.map((clock) => clock.dueAt).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
  const counts: Record<string, number> = {};
  for (const task of tasks) counts[task.status] = (counts[task.status] ?? 0) + 1;
  return {
    ...{ id, number, status, channel, enterprise, platformId, createdAt, updatedAt, version },
    situation: situationOf(status, tasks),
    items: request.lines.map(({ key, itemCode, itemName, element }) => ({ key, itemCode, itemName, element })),
    tasks: counts,
    overdue: running.some(({ level }) => level > 0),
    ...present({ title, problem, needBy, submittedAt, dueAt }),
  };
}

function answerView(answer: WindowAnswer): AnswerView {
  const reasons: Readonly<Record<string, CodedReason>> = answer.kind === 'returned' ? returnReasons : refusalReasons;
  const { words, hint } = reasons[answer.reasonCode] ?? returnReasons.other;
  return { ...answer, words, hint };
}
