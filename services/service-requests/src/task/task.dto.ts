import { elements, taskStatuses, type Element, type TaskStatus } from '@qi/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsId, OneOfValues, PageQuery } from '@qi/platform';
import { IsOptional } from 'class-validator';
import { TaskResponse } from './task.view';

export class TaskQuery extends PageQuery {
  @ApiPropertyOptional({ enum: taskStatuses })
  @IsOptional()
  @OneOfValues(taskStatuses)
  status?: TaskStatus;

  @ApiPropertyOptional({ enum: elements })
  @IsOptional()
  @OneOfValues(elements)
  element?: Element;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  platformId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  requestId?: string;
}

export class TaskPage {
  @ApiProperty({ type: [TaskResponse] })
  items: TaskResponse[];

  @ApiPropertyOptional({ description: 'cursor of the next page' })
  next?: string;
}
