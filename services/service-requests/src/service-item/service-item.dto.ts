import { elements, serviceItemStatuses, type Element, type ServiceItemStatus } from '@qi/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { standardNumber } from '@qi/kernel';
import { IsId, IsStandardNumber, OneOfValues, PageQuery, Text } from '@qi/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsInt,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { ServiceItemContent } from './service-item';
import type { ServiceItemRow } from './service-item.row';

export class ItemNameDto {
  @Text(100)
  zh: string;

  @Text(200)
  en: string;
}

export class ItemTextDto {
  @Text(4000, 0)
  zh: string;

  @Text(4000, 0)
  en: string;
}

export class AskedDocumentDto {
  @ApiProperty({ example: 'product-photos' })
  @Matches(/^[a-z0-9][a-z0-9-]{0,59}$/)
  code: string;

  @ApiProperty({ type: ItemNameDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => ItemNameDto)
  name: ItemNameDto;

  @IsBoolean()
  required: boolean;
}

export class ReviseServiceItemDto {
  @OneOfValues(elements)
  element: Element;

  @ApiProperty({ type: ItemNameDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => ItemNameDto)
  name: ItemNameDto;

  @ApiProperty({ type: ItemTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => ItemTextDto)
  description: ItemTextDto;

  @ApiProperty({ type: Object, description: 'JSON Schema of the answers; an object without additional properties' })
  @IsObject()
  fields: Record<string, unknown>;

  @ApiProperty({ type: [AskedDocumentDto] })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique((document: AskedDocumentDto | undefined) => document?.code)
  @ValidateNested({ each: true })
  @Type(() => AskedDocumentDto)
  documents: AskedDocumentDto[];

  @ApiProperty({ type: ItemTextDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => ItemTextDto)
  priceText: ItemTextDto;

  @ApiProperty({ type: 'integer', description: 'working days promised to the firm' })
  @IsInt()
  @Min(1)
  @Max(500)
  promisedDays: number;

  @ApiProperty({ type: 'integer', description: 'working days the provider needs; the critical path counts with it' })
  @IsInt()
  @Min(1)
  @Max(500)
  durationDays: number;

  @ApiPropertyOptional({
    type: 'integer',
    default: 2,
    description: 'working days in which a provider answers an offer',
  })
  @IsInt()
  @Min(1)
  @Max(30)
  answerWithinDays: number = 2;

  @ApiPropertyOptional({ type: [String], format: 'uuid', description: 'empty: whoever passes the gates' })
  @IsArray()
  @ArrayMaxSize(500)
  @IsId({ each: true })
  eligibleProviderIds: string[] = [];

  @ApiPropertyOptional({ type: [String], example: ['GB/T 14747-2025'], description: 'standards that it is done by' })
  @IsArray()
  @ArrayMaxSize(100)
  @IsStandardNumber({ each: true })
  standards: string[] = [];

  @ApiPropertyOptional({ default: false, description: 'requests of verified firms need no clerk' })
  @IsBoolean()
  autoAccept: boolean = false;
}

export class DraftServiceItemDto extends ReviseServiceItemDto {
  @ApiProperty({ example: 'testing-tricycle' })
  @Matches(/^[a-z0-9][a-z0-9-]{1,59}$/)
  code: string;
}

export class ServiceItemQuery extends PageQuery {
  @ApiPropertyOptional({ enum: serviceItemStatuses, default: 'published', description: 'drafts: administrators only' })
  @IsOptional()
  @OneOfValues(serviceItemStatuses)
  status: ServiceItemStatus = 'published';

  @ApiPropertyOptional({ enum: elements })
  @IsOptional()
  @OneOfValues(elements)
  element?: Element;

  @ApiPropertyOptional()
  @IsOptional()
  @Text(60)
  code?: string;

  @ApiPropertyOptional({ description: 'part of the name, the description or the code' })
  @IsOptional()
  @Text(100)
  q?: string;
}

export class ServiceItemResponse extends DraftServiceItemDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer', description: 'version of the catalogue entry' })
  itemVersion: number;

  @ApiProperty({ enum: serviceItemStatuses })
  status: ServiceItemStatus;

  @ApiPropertyOptional()
  publishedAt?: Date;

  @ApiPropertyOptional()
  retiredAt?: Date;

  @ApiProperty({ description: 'row version, the ETag' })
  version: number;

  @ApiProperty()
  updatedAt: Date;
}

export class ServiceItemPage {
  @ApiProperty({ type: [ServiceItemResponse] })
  items: ServiceItemResponse[];

  @ApiPropertyOptional({ description: 'cursor of the next page' })
  next?: string;
}

export function contentOf(dto: ReviseServiceItemDto): ServiceItemContent {
  const { element, name, description, fields, documents, priceText } = dto;
  const { promisedDays, durationDays, answerWithinDays, eligibleProviderIds, standards, autoAccept } = dto;
  return {
    ...{ element, fields, promisedDays, durationDays, answerWithinDays, autoAccept },
    name: { ...name },
    description: { ...description },
    priceText: { ...priceText },
    documents: documents.map(({ code, name: title, required }) => ({ code, name: { ...title }, required })),
    eligibleProviderIds: [...new Set(eligibleProviderIds.map((id) => id.toLowerCase()))],
    standards: [...new Set(standards.map((raw) => standardNumber(raw).canonical))].sort(),
  };
}

export function toResponse(row: ServiceItemRow): ServiceItemResponse {
  const { id, code, itemVersion, element, name, description, fields, documents, priceText, status } = row;
  const { promisedDays, durationDays, answerWithinDays, eligibleProviderIds, standards, autoAccept } = row;
  const { publishedAt, retiredAt, version, updatedAt } = row;
  return {
    ...{ id, code, itemVersion, element, name, description, fields, documents, priceText, status },
    ...{ promisedDays, durationDays, answerWithinDays, eligibleProviderIds, standards, autoAccept },
    ...(publishedAt === null ? {} : { publishedAt }),
    ...(retiredAt === null ? {} : { retiredAt }),
    ...{ version, updatedAt },
  };
}
