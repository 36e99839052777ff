import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { deadLetterStatuses } from './dead-letter.row';
import type { DeadLetterStatus } from './dead-letter.row';

export class DeadLetterQuery {
  @IsOptional()
  @IsIn(deadLetterStatuses)
  status?: DeadLetterStatus;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;

  @ApiPropertyOptional({ format: 'uuid', description: '`next` of the page before' })
  @IsOptional()
  @IsUUID()
  after?: string;
}

export class DropDeadLetter {
  @ApiProperty({ minLength: 1, maxLength: 2000, description: 'why it may be dropped' })
  @IsString()
  @MaxLength(2000)
  reason: string;
}
