import { elements, institutionStatuses } from '@qi/contracts';
import type { Element, InstitutionStatus } from '@qi/contracts';
import { IsAreaCode, IsBusinessDate, IsId, IsStandardNumber, IsUscc, OneOfValues, Optional } from '@qi/platform';
import { PageQuery, roles, Text } from '@qi/platform';
import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsLatitude,
  IsLongitude,
} from 'class-validator';
import { IsNumber, Max, Min, ValidateNested } from 'class-validator';
import { institutionKinds } from './institution';
import type { Institution, InstitutionKind } from './institution';
import type { Site } from './site';

export class ContactDto {
  @Text(100) name: string;
  @Text(50) phone: string;
  @ApiPropertyOptional() @Optional() @Text(200) email?: string;
  @ApiPropertyOptional() @Optional() @Text(100) duty?: string;
}

export class MemberDto {
  @Text(200) sub: string;
  @Text(100) name: string;
  @OneOfValues(roles, { each: true }) @IsArray() @ArrayMaxSize(20) roles: string[];
}

export class SiteRequest {
  @Text(200) name: string;
  @Text(500) address: string;
  @IsAreaCode() areaCode: string;
  @ApiPropertyOptional({ description: 'WGS-84 degrees' }) @Optional() @IsNumber() @IsLongitude() longitude?: number;
  @ApiPropertyOptional({ description: 'WGS-84 degrees' }) @Optional() @IsNumber() @IsLatitude() latitude?: number;
}

export class SiteChanges extends PartialType(SiteRequest, { skipNullProperties: false }) {
  @ApiPropertyOptional() @Optional() @IsBoolean() open?: boolean;
}

export class SitePath {
  @IsId() id: string;
  @IsId() siteId: string;
}

/** What an institution may change of itself. Lists replace the list that stood there. */
export class InstitutionProfileRequest {
  @Text(200) name: string;
  @OneOfValues(institutionKinds) kind: InstitutionKind;
  @IsAreaCode() areaCode: string;

  @ApiProperty({ type: [ContactDto] })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ContactDto)
  contacts: ContactDto[];

  @IsAreaCode({ each: true }) @IsArray() @ArrayMaxSize(500) @ArrayUnique() areasServed: string[];
  @OneOfValues(elements, { each: true }) @IsArray() @ArrayMinSize(1) @ArrayUnique() elements: Element[];
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 10000 }) @IsInt() @Min(0) @Max(10_000) capacityPerWeek: number;
  @IsBusinessDate({ each: true }) @IsArray() @ArrayMaxSize(400) @ArrayUnique() closedDates: string[];
  @IsUscc({ each: true }) @IsArray() @ArrayMaxSize(500) @ArrayUnique() conflicts: string[];

  @ApiProperty({ type: [MemberDto] })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => MemberDto)
  members: MemberDto[];
}

export class InstitutionChanges extends PartialType(InstitutionProfileRequest, { skipNullProperties: false }) {}

export class CreateInstitutionRequest extends InstitutionProfileRequest {
  @IsUscc() uscc: string;

  @ApiProperty({ type: [SiteRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SiteRequest)
  sites: SiteRequest[];
}

export class ReasonRequest {
  @Text(500) reason: string;
}

export class LossRequest extends ReasonRequest {
  @ApiPropertyOptional({ format: 'date', description: 'first day on which reports are in doubt; today if absent' })
  @Optional()
  @IsBusinessDate()
  affectedFrom?: string;
}

class NamedInstitutionQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'part of the name' }) @Optional() @Text(100) name?: string;
  @ApiPropertyOptional({ description: 'an area with all that lies in it' }) @Optional() @IsAreaCode() areaCode?: string;
}

export class PublicInstitutionQuery extends NamedInstitutionQuery {
  @ApiPropertyOptional({ enum: elements }) @Optional() @OneOfValues(elements) element?: Element;

  @ApiPropertyOptional({
    type: [String],
    example: ['GB/T 14747-2025'],
    description:
      'who may work to one of them today, at which sites; a dated number is that edition, an undated one all of the family',
  })
  @Optional()
  @Transform(({ value }) => (typeof value === 'string' ? [value] : (value as unknown)))
  @IsArray()
  @ArrayMaxSize(100)
  @IsStandardNumber({ each: true })
  standards?: string[];
}

export class InstitutionQuery extends NamedInstitutionQuery {
  @ApiPropertyOptional({ enum: institutionStatuses })
  @Optional()
  @OneOfValues(institutionStatuses)
  status?: InstitutionStatus;
  @ApiPropertyOptional() @Optional() @IsUscc() uscc?: string;
}

export class SiteResponse extends SiteRequest {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() open: boolean;
}

export class InstitutionResponse extends InstitutionProfileRequest {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() uscc: string;
  @ApiProperty({ enum: institutionStatuses }) status: InstitutionStatus;
  @ApiProperty({ type: String, nullable: true }) statusReason: string | null;
  @ApiProperty({ type: [SiteResponse] }) sites: SiteResponse[];
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty() version: number;
}

export class InstitutionPage {
  @ApiProperty({ type: [InstitutionResponse] }) items: InstitutionResponse[];
  @ApiPropertyOptional() next?: string;
}

/** What everyone may know of an active institution. */
export class PublicInstitutionResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: institutionKinds }) kind: InstitutionKind;
  @ApiProperty() areaCode: string;
  @ApiProperty({ enum: elements, isArray: true }) elements: Element[];
  @ApiProperty({ type: [SiteResponse], description: 'open sites; where standards are asked for, those that hold one' })
  sites: SiteResponse[];
}

export class PublicInstitutionPage {
  @ApiProperty({ type: [PublicInstitutionResponse] }) items: PublicInstitutionResponse[];
  @ApiPropertyOptional() next?: string;
}

export function toResponse(institution: Institution): InstitutionResponse {
  const {
    id,
    uscc,
    name,
    kind,
    areaCode,
    status,
    statusReason,
    contacts,
    areasServed,
    elements: provided,
  } = institution;
  const { capacityPerWeek, closedDates, conflicts, members, sites, createdAt, updatedAt, version } = institution;
  return {
    ...{ id, uscc, name, kind, areaCode, status, statusReason, contacts, areasServed, elements: provided },
    ...{ capacityPerWeek, closedDates, conflicts, version },
    members: members.map((member) => ({ ...member, roles: [...member.roles] })),
    sites: [...sites],
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toPublicResponse(institution: Institution): PublicInstitutionResponse {
  const { id, name, kind, areaCode, elements: provided, sites } = institution;
  return { id, name, kind, areaCode, elements: provided, sites: sites.filter((site: Site) => site.open) };
}
