import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { workItemStatuses, type By, type WorkItemStatus } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { IsId, OneOfValues, Optional, PageQuery, Text } from '@qi/platform';
import type { WorkItem } from './work-item';

export class WorkItemQuery extends PageQuery {
  @ApiPropertyOptional({ enum: workItemStatuses })
  @Optional()
  @OneOfValues(workItemStatuses)
  status?: WorkItemStatus;
  @ApiPropertyOptional({ format: 'uuid' }) @Optional() @IsId() institutionId?: string;
}

export class DismissWorkItem {
  @Text(500) reason: string;
}

export class WorkItemResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) institutionId: string;
  @ApiProperty({ example: 'GB 14747-2006' }) standard: string;
  @ApiProperty({ format: 'date', description: 'last day in force' }) endsOn: string;
  @ApiProperty({ type: [String], description: 'what takes its place' }) successors: readonly string[];
  @ApiProperty({ type: 'integer', description: 'scope lines in use that cite it' }) lines: number;
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
  const { id, institutionId, standard, endsOn, successors, lines, status, reason, closedBy, closedAt } = item;
  return {
    ...{ id, institutionId, standard, endsOn, successors, lines, status, words: wordsOf(item) },
    ...(reason !== null && { reason }),
    ...(closedBy && { closedBy }),
    ...{ openedAt: item.openedAt, version: item.version },
    ...(closedAt && { closedAt }),
  };
}

function wordsOf({ standard, endsOn, successors, lines }: WorkItem): Words {
  const cite = {
    zh: `${lines} 条能力引用 ${standard}，该标准 ${endsOn} 后不再有效`,
    en: `${lines} scope lines cite ${standard}, whose last day is ${endsOn}`,
  };
  if (successors.length === 0) return { zh: `${cite.zh}；请注销`, en: `${cite.en}: give them up` };
  return {
    zh: `${cite.zh}；请扩项至 ${successors.join('、')}`,
    en: `${cite.en}: extend your scope to ${successors.join(', ')}`,
  };
}
