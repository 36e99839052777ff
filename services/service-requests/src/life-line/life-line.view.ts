import type { By } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsId, OneOfValues, PageQuery, Text } from '@qi/platform';
import { IsOptional } from 'class-validator';
import type { LifeLineEntryRow } from './life-line.row';

export const lifeLineOrders = ['oldest', 'newest'] as const;

export class LifeLineQuery extends PageQuery {
  @ApiPropertyOptional({ enum: lifeLineOrders, default: 'oldest' })
  @IsOptional()
  @OneOfValues(lifeLineOrders)
  order: (typeof lifeLineOrders)[number] = 'oldest';

  @ApiPropertyOptional({ description: 'only steps of this kind' })
  @IsOptional()
  @Text(60)
  kind?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'only steps of this task' })
  @IsOptional()
  @IsId()
  taskId?: string;
}

export class LifeLineEntryResponse {
  @ApiProperty({ description: 'grows with time' })
  id: string;

  @ApiProperty()
  at: Date;

  @ApiProperty({ type: Object, description: '{ sub, name }' })
  by: By;

  @ApiProperty({ example: 'task-offered' })
  kind: string;

  @ApiProperty({ type: Object, description: '{ zh, en }' })
  words: Words;

  @ApiPropertyOptional({ format: 'uuid' })
  taskId?: string;

  @ApiProperty({ type: Object })
  data: Record<string, unknown>;
}

export class LifeLinePage {
  @ApiProperty({ type: [LifeLineEntryResponse] })
  items: LifeLineEntryResponse[];

  @ApiPropertyOptional({ description: 'cursor of the next page' })
  next?: string;
}

export function toResponse({ id, at, by, kind, words, taskId, data }: LifeLineEntryRow): LifeLineEntryResponse {
  return { id, at, by, kind, words, ...(taskId === null ? {} : { taskId }), data };
}
