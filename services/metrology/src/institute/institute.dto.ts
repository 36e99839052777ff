import { institutionStatuses } from '@qi/contracts';
import type { InstitutionStatus } from '@qi/contracts';
import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsAreaCode, IsBusinessDate, IsUscc, OneOfValues, Optional, PageQuery, Text } from '@qi/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  IsLatitude,
  IsLongitude,
  IsNumber,
} from 'class-validator';
import { Max, Min, ValidateNested } from 'class-validator';
import type { Institute } from './institute';

export class InstituteSiteRequest {
  @Text(200) name: string;
  @Text(500) address: string;
  @IsAreaCode() areaCode: string;
  @ApiPropertyOptional({ description: 'WGS-84 degrees' }) @Optional() @IsNumber() @IsLongitude() longitude?: number;
  @ApiPropertyOptional({ description: 'WGS-84 degrees' }) @Optional() @IsNumber() @IsLatitude() latitude?: number;
}

/** What an institute may change of itself. Lists replace the list that stood there. */
export class InstituteProfileRequest {
  @Text(200) name: string;
  @IsAreaCode() areaCode: string;
  @IsAreaCode({ each: true }) @IsArray() @ArrayMaxSize(500) @ArrayUnique() areasServed: string[];
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 10000 }) @IsInt() @Min(0) @Max(10_000) capacityPerWeek: number;
  @IsUscc({ each: true }) @IsArray() @ArrayMaxSize(500) @ArrayUnique() conflicts: string[];
}

export class InstituteChanges extends PartialType(InstituteProfileRequest, { skipNullProperties: false }) {}

export class CreateInstituteRequest extends InstituteProfileRequest {
  @IsUscc() uscc: string;

  @ApiProperty({ type: [InstituteSiteRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => InstituteSiteRequest)
  sites: InstituteSiteRequest[];
}

export class InstituteReasonRequest {
  @Text(500) reason: string;
}

export class InstituteLossRequest extends InstituteReasonRequest {
  @ApiPropertyOptional({ format: 'date', description: 'first day on which certificates are in doubt; today if absent' })
  @Optional()
  @IsBusinessDate()
  affectedFrom?: string;
}

export class InstituteQuery extends PageQuery {
  @ApiPropertyOptional({ enum: institutionStatuses })
  @Optional()
  @OneOfValues(institutionStatuses)
  status?: InstitutionStatus;
  @ApiPropertyOptional() @Optional() @IsUscc() uscc?: string;
  @ApiPropertyOptional({ description: 'part of the name' }) @Optional() @Text(100) name?: string;
  @ApiPropertyOptional({ description: 'an area with all that lies in it' }) @Optional() @IsAreaCode() areaCode?: string;
}

export class InstituteSiteResponse extends InstituteSiteRequest {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() open: boolean;
}

export class InstituteResponse extends InstituteProfileRequest {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() uscc: string;
  @ApiProperty({ enum: institutionStatuses }) status: InstitutionStatus;
  @ApiProperty({ type: String, nullable: true }) statusReason: string | null;
  @ApiProperty({ type: [InstituteSiteResponse] }) sites: InstituteSiteResponse[];
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty() version: number;
}

export class InstitutePage {
  @ApiProperty({ type: [InstituteResponse] }) items: InstituteResponse[];
  @ApiPropertyOptional() next?: string;
}

export function toResponse(institute: Institute): InstituteResponse {
  const { id, uscc, name, areaCode, status, statusReason, areasServed, capacityPerWeek, conflicts } = institute;
  const { sites, createdAt, updatedAt, version } = institute;
  return {
    ...{ id, uscc, name, areaCode, status, statusReason, areasServed, capacityPerWeek, conflicts, version },
    sites: [...sites],
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
