import { elements, taskStatuses, type Deliverable, type Demand, type Element, type TaskStatus } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Dispatch, JobView, StepView, Task, UnroutableView } from './task';

export class TaskResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'QI-20261122-000001-1' })
  number: string;

  @ApiProperty({ format: 'uuid' })
  requestId: string;

  @ApiProperty()
  requestNumber: string;

  @ApiProperty()
  lineKey: string;

  @ApiProperty({ enum: taskStatuses })
  status: TaskStatus;

  @ApiProperty({ enum: elements })
  element: Element;

  @ApiProperty({ type: Object, description: '{ code, version, name }' })
  item: { code: string; version: number; name: Words };

  @ApiProperty({ type: Object })
  demand: Demand;

  @ApiPropertyOptional({ format: 'date' })
  needBy?: string;

  @ApiProperty({ type: [String], description: 'task ids' })
  dependsOn: string[];

  @ApiProperty()
  round: number;

  @ApiPropertyOptional({ type: Object, description: 'the provider’s job, with the reason why it was chosen' })
  job?: JobView;

  @ApiPropertyOptional({ type: Object, description: '{ step, stepIndex, steps, words }' })
  step?: StepView;

  @ApiPropertyOptional({ type: Object, description: 'counts per gate and nearest misses' })
  unroutable?: UnroutableView;

  @ApiPropertyOptional({ type: Object })
  dispatchedTo?: Dispatch;

  @ApiProperty({
    type: [Object],
    description: '{ kind, number, title, sha256, fileId, fileName, size, issuedOn, verifyPath? }',
  })
  deliverables: Deliverable[];

  @ApiProperty()
  rated: boolean;

  @ApiPropertyOptional()
  openedAt?: Date;

  @ApiPropertyOptional()
  offeredAt?: Date;

  @ApiPropertyOptional()
  acceptedAt?: Date;

  @ApiPropertyOptional()
  deliveredAt?: Date;

  @ApiPropertyOptional()
  confirmedAt?: Date;

  @ApiProperty()
  version: number;
}

export function toResponse(task: Task): TaskResponse {
  const { id, number, requestId, requestNumber, lineKey, status, element, demand, dependsOn, round } = task;
  const { deliverables, version, job, step, unroutable, dispatchedTo, needBy } = task;
  const { openedAt, offeredAt, acceptedAt, deliveredAt, confirmedAt } = task;
  return {
    ...{ id, number, requestId, requestNumber, lineKey, status, element, demand, dependsOn, round, deliverables },
    item: { code: task.itemCode, version: task.itemVersion, name: task.itemName },
    rated: task.ratedAt !== null,
    version,
    ...present({ needBy, job, step, unroutable, dispatchedTo }),
    ...present({ openedAt, offeredAt, acceptedAt, deliveredAt, confirmedAt }),
  };
}

/** Without the fields that are null: an answer says only what there is. */
export function present<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
