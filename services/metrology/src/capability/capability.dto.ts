import { scopeLineStatuses } from '@qi/contracts';
import type { ScopeLineStatus } from '@qi/contracts';
import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import {
  IsAreaCode,
  IsBusinessDate,
  IsDecimalText,
  IsId,
  IsInstant,
  OneOfValues,
  Optional,
  PageQuery,
  Text,
} from '@qi/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, ValidateNested } from 'class-validator';
import { capabilityKinds } from './capability';
import type { Capability, CapabilityDetails, CapabilityKind } from './capability';

export const BATCH_LIMIT = 500;

export class CapabilityRequest {
  @IsId() siteId: string;
  @OneOfValues(capabilityKinds) kind: CapabilityKind;
  @Text(200) measurand: string;

  @ApiPropertyOptional({ type: [String], description: 'none: any instrument that shows the measurand' })
  @Optional()
  @Text(200, 1, { each: true })
  @IsArray()
  @ArrayMaxSize(50)
  instrumentKinds?: string[];

  @IsDecimalText() rangeMin: string;
  @IsDecimalText() rangeMax: string;
  @Text(50) unit: string;
  @ApiProperty({ description: 'expanded uncertainty U' }) @IsDecimalText() uncertainty: string;
  @Text(50) uncertaintyUnit: string;
  @ApiPropertyOptional({ default: '2', description: 'coverage factor' }) @Optional() @IsDecimalText() k?: string;
  @ApiPropertyOptional({ default: '95', description: 'coverage probability, %' })
  @Optional()
  @IsDecimalText()
  p?: string;
  @ApiProperty({ example: 'JJF 1071-2010' }) @Text(200) method: string;
  @ApiPropertyOptional({ default: false }) @Optional() @IsBoolean() onSite?: boolean;

  @ApiPropertyOptional({ type: [String], description: 'verification: areas of the legal authority' })
  @Optional()
  @IsAreaCode({ each: true })
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  legalAreas?: string[];

  @IsBusinessDate() validFrom: string;
  @IsBusinessDate() validTo: string;
}

/** A capability at another site is another capability. */
export class CapabilityChanges extends PartialType(OmitType(CapabilityRequest, ['siteId']), {
  skipNullProperties: false,
}) {}

export class CapabilityBatchRequest {
  @ApiProperty({ type: [CapabilityRequest], maxItems: BATCH_LIMIT })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(BATCH_LIMIT)
  @ValidateNested({ each: true })
  @Type(() => CapabilityRequest)
  capabilities: CapabilityRequest[];

  @ApiPropertyOptional({ default: false, description: 'administrators only: enter them as active' })
  @Optional()
  @IsBoolean()
  active?: boolean;
}

export class CapabilityReasonRequest {
  @Text(500) reason: string;
}

export class CapabilityQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @Optional() @IsId() instituteId?: string;
  @ApiPropertyOptional() @Optional() @Text(200) measurand?: string;
  @ApiPropertyOptional({ enum: capabilityKinds }) @Optional() @OneOfValues(capabilityKinds) kind?: CapabilityKind;
  @ApiPropertyOptional({ enum: scopeLineStatuses })
  @Optional()
  @OneOfValues(scopeLineStatuses)
  status?: ScopeLineStatus;
  @ApiPropertyOptional({ format: 'date-time', description: 'what the ledger said then' })
  @Optional()
  @IsInstant()
  recordedAt?: string;
}

export class CapabilityResponse extends CapabilityRequest {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) instituteId: string;
  @ApiProperty({ enum: scopeLineStatuses }) status: ScopeLineStatus;
  @ApiProperty({ type: String, nullable: true }) statusReason: string | null;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty() version: number;
}

export class CapabilityList {
  @ApiProperty({ type: [CapabilityResponse] }) items: CapabilityResponse[];
}

export class CapabilityPage extends CapabilityList {
  @ApiPropertyOptional() next?: string;
}

export function toDetails(row: CapabilityRequest): CapabilityDetails {
  return { instrumentKinds: [], k: '2', p: '95', onSite: false, legalAreas: [], ...row };
}

export function toResponse(capability: Capability): CapabilityResponse {
  const { id, instituteId, siteId, kind, measurand, instrumentKinds, rangeMin, rangeMax, unit } = capability;
  const { uncertainty, uncertaintyUnit, k, p, method, onSite, legalAreas, validFrom, validTo } = capability;
  const { status, statusReason, updatedAt, version } = capability;
  return {
    ...{ id, instituteId, siteId, kind, measurand, instrumentKinds, rangeMin, rangeMax, unit },
    ...{ uncertainty, uncertaintyUnit, k, p, method, onSite, legalAreas, validFrom, validTo },
    ...{ status, statusReason, version },
    updatedAt: updatedAt.toISOString(),
  };
}
