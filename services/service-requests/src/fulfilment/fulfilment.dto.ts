import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBusinessDate, IsId, Text } from '@qi/platform';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, ValidateIf, ValidateNested } from 'class-validator';
import { DemandDto } from '../service-request/request-line.dto';

export class TaskReasonDto {
  @Text(1000)
  reason: string;
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
