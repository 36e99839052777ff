import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBusinessDate, IsId, Text } from '@qi/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsInt,
  IsObject,
  IsOptional,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { DemandDto } from '../request-line/request-line.form';

export class ReasonDto {
  @Text(1000)
  reason: string;
}

export class ReopenDto extends ReasonDto {
  @ApiProperty({ type: [String], description: 'delivered tasks that need rework' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @IsId({ each: true })
  taskIds: string[];
}

export class RedispatchDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'left out: routed again to whoever passes now' })
  @IsOptional()
  @IsId()
  providerId?: string;

  @ApiPropertyOptional({ description: 'must be given when a provider is named' })
  @ValidateIf(({ providerId, reason }: RedispatchDto) => providerId !== undefined || reason !== undefined)
  @Text(1000)
  reason?: string;
}

export class AmendDto {
  @ApiProperty({ type: DemandDto, description: 'the whole demand anew; without a planned date the old one stays' })
  @IsObject()
  @ValidateNested()
  @Type(() => DemandDto)
  demand: DemandDto;

  @ApiPropertyOptional({ format: 'date', description: 'left out: stays' })
  @IsOptional()
  @IsBusinessDate()
  needBy?: string;

  @Text(1000)
  reason: string;
}

export class ExtendClockDto {
  @ApiProperty({ description: 'working days more' })
  @IsInt()
  @Min(1)
  @Max(60)
  days: number;

  @ApiProperty({ description: 'the firm reads it' })
  @Text(500)
  reason: string;
}
