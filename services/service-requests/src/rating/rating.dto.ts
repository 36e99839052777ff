import type { By } from '@qi/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsId, PageQuery, Text } from '@qi/platform';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { Rating } from './rating';

export class GiveRatingDto {
  @IsId()
  requestId: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'absent: the request as a whole' })
  @IsOptional()
  @IsId()
  taskId?: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5 })
  @IsInt()
  @Min(1)
  @Max(5)
  timeliness: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5 })
  @IsInt()
  @Min(1)
  @Max(5)
  result: number;

  @ApiPropertyOptional()
  @IsOptional()
  @Text(1000)
  comment?: string;
}

export class RatingQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsId()
  requestId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'for the window: whose ratings; absent: one’s own' })
  @IsOptional()
  @IsId()
  enterpriseId?: string;
}

export class RatingResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  requestId: string;

  @ApiProperty()
  requestNumber: string;

  @ApiPropertyOptional({ format: 'uuid' })
  taskId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  providerId?: string;

  @ApiProperty({ type: 'integer' })
  timeliness: number;

  @ApiProperty({ type: 'integer' })
  result: number;

  @ApiPropertyOptional()
  comment?: string;

  @ApiProperty({ type: Object })
  givenBy: By;

  @ApiProperty()
  givenAt: Date;
}

export class RatingPage {
  @ApiProperty({ type: [RatingResponse] })
  items: RatingResponse[];

  @ApiPropertyOptional({ description: 'cursor of the next page' })
  next?: string;
}

export function toResponse(rating: Rating): RatingResponse {
  const { id, requestId, requestNumber, taskId, providerId, timeliness, result, comment, givenBy, givenAt } = rating;
  return {
    ...{ id, requestId, requestNumber, timeliness, result, givenBy, givenAt },
    ...(taskId === null ? {} : { taskId }),
    ...(providerId === null ? {} : { providerId }),
    ...(comment === null ? {} : { comment }),
  };
}
