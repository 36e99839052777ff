import { elements, serviceRequestStatuses, type Element, type ServiceRequestStatus } from '@qi/contracts';
import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { IsBusinessDate, IsId, OneOfValues, PageQuery, Text } from '@qi/platform';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { RequestLineDto } from './request-line.dto';
import { channels, type Channel } from './service-request';

export class ContactDto {
  @Text(60)
  name: string;

  @ApiProperty({ example: '0573-85000000' })
  @Matches(/^[+\d][\d -]{5,24}$/)
  phone: string;
}

export class CreateRequestDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'left out: the enterprise of the token; a clerk must name it' })
  @IsOptional()
  @IsId()
  enterpriseId?: string;

  @IsId()
  platformId: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Text(200)
  title?: string | null;

  @ApiPropertyOptional({ description: '«I have a problem»: in place of lines, the window itemises it' })
  @IsOptional()
  @Text(4000)
  problem?: string | null;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsBusinessDate()
  needBy?: string | null;

  @ApiPropertyOptional({ type: ContactDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ContactDto)
  contact?: ContactDto | null;

  @ApiPropertyOptional({ type: [String] })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsId({ each: true })
  attachmentIds: string[] = [];

  @ApiPropertyOptional({ type: [RequestLineDto] })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => RequestLineDto)
  lines: RequestLineDto[] = [];
}

/** PUT: the whole draft. */
export class SaveRequestDto extends OmitType(CreateRequestDto, ['enterpriseId']) {}

/** PATCH: what is given replaces, `null` empties, what is left out stays. */
export class PatchRequestDto extends PartialType(
  OmitType(CreateRequestDto, ['enterpriseId', 'attachmentIds', 'lines']),
) {
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsId({ each: true })
  attachmentIds?: string[];

  @ApiPropertyOptional({ type: [RequestLineDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => RequestLineDto)
  lines?: RequestLineDto[];
}

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

export interface ItemHint {
  readonly kind: 'duplicate';
  readonly itemCode: string;
  readonly requestId: string;
  readonly number: string;
  readonly submittedAt: Date;
  readonly words: { readonly zh: string; readonly en: string };
}
