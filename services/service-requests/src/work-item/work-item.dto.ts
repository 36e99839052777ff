import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { workItemStatuses, type By, type WorkItemStatus } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { IsId, IsStandardNumber, OneOfValues, Optional, PageQuery, Text } from '@qi/platform';
import { workItemKinds, type WorkItem, type WorkItemKind } from './work-item';

export class WorkItemQuery extends PageQuery {
  @ApiPropertyOptional({ enum: workItemStatuses })
  @Optional()
  @OneOfValues(workItemStatuses)
  status?: WorkItemStatus;
  @ApiPropertyOptional({ enum: workItemKinds }) @Optional() @OneOfValues(workItemKinds) kind?: WorkItemKind;
  @ApiPropertyOptional({ format: 'uuid' }) @Optional() @IsId() requestId?: string;
}

export class AgreeToStandard {
  @ApiPropertyOptional({ example: 'GB/T 14747-2025', description: 'must be named where several take the place' })
  @Optional()
  @IsStandardNumber()
  standard?: string;
}

export class DismissWorkItem {
  @Text(500) reason: string;
}

export class WorkItemResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: workItemKinds }) kind: WorkItemKind;
  @ApiPropertyOptional({ format: 'uuid' }) requestId?: string;
  @ApiPropertyOptional() requestNumber?: string;
  @ApiPropertyOptional({ format: 'uuid' }) taskId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) itemId?: string;
  @ApiPropertyOptional() itemCode?: string;
  @ApiProperty({ example: 'GB 14747-2006' }) standard: string;
  @ApiProperty({ format: 'date', description: 'last day in force' }) endsOn: string;
  @ApiPropertyOptional({ format: 'date' }) plannedDate?: string;
  @ApiProperty({ type: [String], description: 'what takes its place' }) successors: readonly string[];
  @ApiProperty({ enum: workItemStatuses }) status: WorkItemStatus;
  @ApiProperty({ type: Object, description: 'what is to be done, zh and en' }) words: Words;
  @ApiPropertyOptional() reason?: string;
  @ApiPropertyOptional({ type: Object, description: 'absent when it closed by itself' }) closedBy?: By;
  @ApiProperty({ type: Date }) openedAt: Date;
  @ApiPropertyOptional({ type: Date }) closedAt?: Date;
  @ApiProperty({ type: 'integer' }) version: number;
}

export class WorkItemPage {
  @ApiProperty({ type: [WorkItemResponse] }) items: WorkItemResponse[];
  @ApiPropertyOptional() next?: string;
}

export function toResponse(item: WorkItem): WorkItemResponse {
  const { id, kind, standard, endsOn, successors, status, openedAt, version } = item;
  const { requestId, requestNumber, taskId, itemId, itemCode, plannedDate, reason, closedBy, closedAt } = item;
  const maybe = { requestId, requestNumber, taskId, itemId, itemCode, plannedDate, reason, closedBy, closedAt };
  return {
    ...{ id, kind, standard, endsOn, successors, status, words: wordsOf(item), openedAt, version },
    ...(Object.fromEntries(Object.entries(maybe).filter(([, value]) => value !== null)) as Partial<WorkItemResponse>),
  };
}

function wordsOf({ kind, requestNumber, itemCode, standard, endsOn, successors }: WorkItem): Words {
  const next = successors.length > 0 ? successors.join('、') : undefined;
  const ends = { zh: `${standard} 于 ${endsOn} 后废止`, en: `${standard} ends on ${endsOn}` };
  if (kind === 'item')
    return {
      zh: `服务事项 ${itemCode} 引用的 ${ends.zh}，请修订${next ? `（代替标准：${next}）` : ''}`,
      en: `service item ${itemCode} cites it: ${ends.en}; revise the item${next ? ` (${next})` : ''}`,
    };
  return {
    zh: `申请 ${requestNumber} 引用的 ${ends.zh}，早于计划日期；${next ? `请确认改按 ${next}` : '没有代替标准'}`,
    en: `request ${requestNumber} cites it: ${ends.en}, before the planned day; ${next ? `agree to ${next}` : 'nothing takes its place'}`,
  };
}
