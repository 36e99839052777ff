import { elements, serviceRequestStatuses, type Element, type ServiceRequestStatus } from '@qi/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsId, OneOfValues, PageQuery, Text } from '@qi/platform';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsOptional, Matches, ValidateNested } from 'class-validator';
import { RequestLineDto } from '../request-line/request-line.form';
import { channels, type Channel } from './service-request';

export class ItemiseDto {
  @ApiProperty({ type: [RequestLineDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => RequestLineDto)
  lines: RequestLineDto[];
}

export class FieldNoteDto {
  @ApiProperty({ example: '/lines/0/demand/object', description: 'JSON pointer into the request' })
  @Matches(/^(\/[^/]{1,60}){1,10}$/)
  pointer: string;

  @Text(500)
  note: string;
}

export class RefuseDto {
  @ApiProperty({ description: 'see GET /service-requests/reasons' })
  @Text(60)
  reasonCode: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Text(1000)
  note?: string;
}

export class ReturnDto extends RefuseDto {
  @ApiPropertyOptional({ type: [FieldNoteDto] })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => FieldNoteDto)
  fields: FieldNoteDto[] = [];
}

const asBoolean = Transform(({ value }) => ({ true: true, false: false })[String(value)] ?? (value as unknown));

export class RequestQuery extends PageQuery {
  @ApiPropertyOptional({ enum: serviceRequestStatuses })
  @IsOptional()
  @OneOfValues(serviceRequestStatuses)
  status?: ServiceRequestStatus;

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
  enterpriseId?: string;

  @ApiPropertyOptional({ enum: channels })
  @IsOptional()
  @OneOfValues(channels)
  channel?: Channel;

  @ApiPropertyOptional({ description: 'only those with a breached clock (true) or without one (false)' })
  @IsOptional()
  @asBoolean
  @IsBoolean()
  overdue?: boolean;

  @ApiPropertyOptional({ description: 'the number, or its beginning' })
  @IsOptional()
  @Matches(/^[A-Za-z\d-]{1,30}$/)
  number?: string;

  @ApiPropertyOptional({ enum: ['newest', 'oldest'], default: 'newest' })
  @OneOfValues(['newest', 'oldest'])
  order: 'newest' | 'oldest' = 'newest';
}
