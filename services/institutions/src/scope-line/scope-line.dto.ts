import { schemes, scopeLineStatuses } from '@qi/contracts';
import type { Scheme, ScopeLineStatus } from '@qi/contracts';
import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { IsBusinessDate, IsDecimalText, IsId, IsInstant, OneOfValues, Optional, PageQuery, Text } from '@qi/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, ValidateNested } from 'class-validator';
import type { ScopeLine, ScopeLineDetails } from './scope-line';

export const BATCH_LIMIT = 500;

export class ScopeLineRequest {
  @IsId() siteId: string;
  @OneOfValues(schemes) scheme: Scheme;
  @Text(100) certNo: string;
  @ApiPropertyOptional({ type: [String], maxItems: 4, description: 'levels 1 to 4 of the annex' })
  @Optional()
  @Text(200, 1, { each: true })
  @IsArray()
  @ArrayMaxSize(4)
  category?: string[];
  @Text(200) object: string;
  @ApiProperty({ description: '全部参数 or * covers every parameter of the method' }) @Text(300) parameter: string;
  @ApiProperty({ example: 'GB 6675.2-2014 5.8,5.9' }) @Text(200) method: string;
  @ApiPropertyOptional() @Optional() @IsDecimalText() rangeMin?: string;
  @ApiPropertyOptional() @Optional() @IsDecimalText() rangeMax?: string;
  @ApiPropertyOptional() @Optional() @Text(50) unit?: string;
  @ApiPropertyOptional({ description: 'expanded uncertainty with k and p, as published' })
  @Optional()
  @Text(200)
  uncertainty?: string;
  @ApiPropertyOptional({ example: '只用第二法' }) @Optional() @Text(1000, 0) limitNote?: string;
  @IsBusinessDate() validFrom: string;
  @IsBusinessDate() validTo: string;
}

/** A line at another site is another line. */
export class ScopeLineChanges extends PartialType(OmitType(ScopeLineRequest, ['siteId']), {
  skipNullProperties: false,
}) {}

export class ScopeLineBatchRequest {
  @ApiProperty({ type: [ScopeLineRequest], maxItems: BATCH_LIMIT })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(BATCH_LIMIT)
  @ValidateNested({ each: true })
  @Type(() => ScopeLineRequest)
  lines: ScopeLineRequest[];

  @ApiPropertyOptional({ default: false, description: 'administrators only: enter the lines as active' })
  @Optional()
  @IsBoolean()
  active?: boolean;
}

export class ScopeLineIdsRequest {
  @IsId({ each: true }) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(BATCH_LIMIT) @ArrayUnique() ids: string[];
}

export class ScopeLineReasonRequest {
  @Text(500) reason: string;
}

export class PublicScopeLineQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @Optional() @IsId() institutionId?: string;
  @ApiPropertyOptional({ description: 'dated: that edition; undated: all of the family' })
  @Optional()
  @Text(200)
  standard?: string;
  @ApiPropertyOptional() @Optional() @Text(200) object?: string;
  @ApiPropertyOptional() @Optional() @Text(300) parameter?: string;
  @ApiPropertyOptional({ enum: schemes }) @Optional() @OneOfValues(schemes) scheme?: Scheme;
}

export class ScopeLineQuery extends PublicScopeLineQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @Optional() @IsId() siteId?: string;
  @ApiPropertyOptional({ enum: scopeLineStatuses })
  @Optional()
  @OneOfValues(scopeLineStatuses)
  status?: ScopeLineStatus;
  @ApiPropertyOptional({ description: 'usable on that day' }) @Optional() @IsBusinessDate() validOn?: string;
  @ApiPropertyOptional({ description: 'as the register stood at that instant' })
  @Optional()
  @IsInstant()
  recordedAt?: string;
}

export class ScopeLineResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() version: number;
  @ApiProperty({ format: 'uuid' }) institutionId: string;
  @ApiProperty({ format: 'uuid' }) siteId: string;
  @ApiProperty({ enum: schemes }) scheme: Scheme;
  @ApiProperty() certNo: string;
  @ApiProperty({ type: [String] }) category: string[];
  @ApiProperty() object: string;
  @ApiProperty() parameter: string;
  @ApiProperty() method: string;
  @ApiProperty() standard: string;
  @ApiProperty() family: string;
  @ApiProperty({ type: 'integer', nullable: true }) year: number | null;
  @ApiProperty({ type: [String] }) clauses: string[];
  @ApiProperty({ type: String, nullable: true }) rangeMin: string | null;
  @ApiProperty({ type: String, nullable: true }) rangeMax: string | null;
  @ApiProperty({ type: String, nullable: true }) unit: string | null;
  @ApiProperty({ type: String, nullable: true }) uncertainty: string | null;
  @ApiProperty({ type: String, nullable: true }) limitNote: string | null;
  @ApiProperty({ format: 'date' }) validFrom: string;
  @ApiProperty({ format: 'date' }) validTo: string;
  @ApiProperty({ enum: scopeLineStatuses }) status: ScopeLineStatus;
  @ApiProperty({ type: String, nullable: true }) statusReason: string | null;
  @ApiProperty({ format: 'date-time' }) revFrom: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) revTo: string | null;
}

export class ScopeLineList {
  @ApiProperty({ type: [ScopeLineResponse] }) items: ScopeLineResponse[];
}

export class ScopeLinePage extends ScopeLineList {
  @ApiPropertyOptional() next?: string;
}

export function toDetails(row: ScopeLineRequest): ScopeLineDetails {
  const { siteId, scheme, certNo, category = [], object, parameter, method, validFrom, validTo } = row;
  const { rangeMin = null, rangeMax = null, unit = null, uncertainty = null, limitNote = null } = row;
  return {
    ...{ siteId, scheme, certNo, category, object, parameter, method, validFrom, validTo },
    ...{ rangeMin, rangeMax, unit, uncertainty, limitNote },
  };
}

export function toResponse(line: ScopeLine): ScopeLineResponse {
  const { id, version, institutionId, siteId, scheme, certNo, category, object, parameter, method } = line;
  const { standard, family, year, clauses, rangeMin, rangeMax, unit, uncertainty, limitNote } = line;
  const { validFrom, validTo, status, statusReason, revFrom, revTo } = line;
  return {
    ...{ id, version, institutionId, siteId, scheme, certNo, category, object, parameter, method },
    ...{ standard, family, year, clauses, rangeMin, rangeMax, unit, uncertainty, limitNote },
    ...{ validFrom, validTo, status, statusReason },
    revFrom: revFrom.toISOString(),
    revTo: revTo?.toISOString() ?? null,
  };
}
