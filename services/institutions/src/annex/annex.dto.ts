import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { annexStatuses, schemes } from '@qi/contracts';
import type { AnnexStatus, By, Scheme } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { IsBusinessDate, IsId, OneOfValues, Optional, PageQuery, Text } from '@qi/platform';
import {
  annexChanges,
  annexFormats,
  annexDetailsOf,
  annexShown,
  type AnnexChange,
  type AnnexFormat,
} from '@qi/provider';
import { annexFields } from '../annex-file/cma-table';
import { annexExtents, type AnnexExtent, type ScopeAnnex, type ScopeAnnexDetails } from './annex';
import type { AnnexLine } from './annex-line.store';

export class SubmitAnnex {
  @OneOfValues(schemes) scheme: Scheme;
  @Text(100) certNo: string;
  @ApiPropertyOptional({ enum: annexExtents, default: 'whole', description: 'extension: what it lacks does not end' })
  @Optional()
  @OneOfValues(annexExtents)
  extent?: AnnexExtent;
  @IsBusinessDate() validFrom: string;
  @IsBusinessDate() validTo: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'site of rows that name none' })
  @Optional()
  @IsId()
  siteId?: string;
  @ApiPropertyOptional({ description: 'JSON object, number of the place in the annex (branchId) → site' })
  @Optional()
  @Text(20_000)
  places?: string;
  @ApiPropertyOptional({ description: `JSON object, header → field: ${annexFields.join(', ')}` })
  @Optional()
  @Text(5_000)
  mapping?: string;
}

export function toDetails({ scheme, extent = 'whole', ...form }: SubmitAnnex): ScopeAnnexDetails {
  return { ...annexDetailsOf(form, annexFields), scheme, extent };
}

export class AnnexQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @Optional() @IsId() institutionId?: string;
  @ApiPropertyOptional({ enum: annexStatuses }) @Optional() @OneOfValues(annexStatuses) status?: AnnexStatus;
}

export class AnnexResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) institutionId: string;
  @ApiProperty({ enum: schemes }) scheme: Scheme;
  @ApiProperty() certNo: string;
  @ApiProperty({ enum: annexExtents }) extent: AnnexExtent;
  @ApiProperty({ format: 'date' }) validFrom: string;
  @ApiProperty({ format: 'date' }) validTo: string;
  @ApiProperty() fileName: string;
  @ApiProperty({ enum: annexFormats }) format: AnnexFormat;
  @ApiProperty({ enum: annexStatuses }) status: AnnexStatus;
  @ApiProperty({ type: 'integer', description: 'last line of the file whose outcome is kept' }) line: number;
  @ApiProperty({ type: 'integer', description: 'rows with a fault' }) refused: number;
  @ApiProperty({ type: 'integer' }) added: number;
  @ApiProperty({ type: 'integer' }) changed: number;
  @ApiProperty({ type: 'integer' }) kept: number;
  @ApiProperty({ type: 'integer' }) gone: number;
  @ApiProperty({ type: Object, nullable: true, description: 'why it could not be read, zh and en' })
  problem: Words | null;
  @ApiProperty({ type: String, nullable: true, description: 'why it was rejected' }) reason: string | null;
  @ApiProperty({ type: Object }) submittedBy: By;
  @ApiProperty({ type: Date }) submittedAt: Date;
  @ApiProperty({ type: Object, nullable: true }) reviewedBy: By | null;
  @ApiProperty({ type: Date, nullable: true }) reviewedAt: Date | null;
  @ApiProperty({ type: Date, nullable: true }) activatedAt: Date | null;
}

export class AnnexPage {
  @ApiProperty({ type: [AnnexResponse] }) items: AnnexResponse[];
  @ApiPropertyOptional() next?: string;
}

export class AnnexLineResponse {
  @ApiProperty({ type: 'integer', nullable: true, description: 'of the file; null for a line that is gone' })
  line: number | null;
  @ApiProperty({ format: 'uuid' }) siteId: string;
  @ApiProperty() object: string;
  @ApiProperty() parameter: string;
  @ApiProperty() method: string;
  @ApiProperty() standard: string;
  @ApiProperty({ type: [String] }) clauses: string[];
  @ApiProperty({ type: String, nullable: true }) limitNote: string | null;
  @ApiProperty({ format: 'date' }) validFrom: string;
  @ApiProperty({ format: 'date' }) validTo: string;
  @ApiProperty({ enum: annexChanges, nullable: true }) change: AnnexChange | null;
  @ApiProperty({ type: [String], description: 'in what it differs from the register' }) fields: string[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the line of the register' })
  lineId: string | null;
}

export class AnnexLinePage {
  @ApiProperty({ type: [AnnexLineResponse] }) items: AnnexLineResponse[];
  @ApiPropertyOptional() next?: string;
}

export function toResponse(annex: ScopeAnnex): AnnexResponse {
  const { providerId: institutionId, scheme, extent, activatedAt } = annex;
  return { ...annexShown(annex), institutionId, scheme, extent, activatedAt };
}

export function toLine({ details, line, siteId, parameter, standard, clauses, ...rest }: AnnexLine): AnnexLineResponse {
  const { object, method, limitNote, validFrom, validTo } = details;
  const { change, fields, lineId } = rest;
  return {
    ...{ line, siteId, object, parameter, method, standard, clauses: [...clauses], limitNote, validFrom, validTo },
    ...{ change, fields: [...fields], lineId },
  };
}
