import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { annexStatuses } from '@qi/contracts';
import type { AnnexStatus, By } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { IsBusinessDate, IsId, OneOfValues, Optional, PageQuery, Text } from '@qi/platform';
import { annexChanges, annexFormats, annexDetailsOf, annexShown } from '@qi/provider';
import type { Annex, AnnexChange, AnnexDetails, AnnexFormat } from '@qi/provider';
import { calibrationFields } from '../annex-file/calibration-table';
import type { AnnexLine } from './annex-line.store';

export class SubmitAnnex {
  @Text(100) certNo: string;
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
  @ApiPropertyOptional({ description: `JSON object, header or key → field: ${calibrationFields.join(', ')}` })
  @Optional()
  @Text(5_000)
  mapping?: string;
}

export function toDetails(form: SubmitAnnex): AnnexDetails {
  return annexDetailsOf(form, calibrationFields);
}

export class AnnexQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @Optional() @IsId() instituteId?: string;
  @ApiPropertyOptional({ enum: annexStatuses }) @Optional() @OneOfValues(annexStatuses) status?: AnnexStatus;
}

export class AnnexResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) instituteId: string;
  @ApiProperty() certNo: string;
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
}

export class AnnexPage {
  @ApiProperty({ type: [AnnexResponse] }) items: AnnexResponse[];
  @ApiPropertyOptional() next?: string;
}

export class AnnexLineResponse {
  @ApiProperty({ type: 'integer', nullable: true, description: 'of the file; null for what is gone' }) line:
    number | null;
  @ApiProperty({ format: 'uuid' }) siteId: string;
  @ApiProperty({ type: [String] }) instrumentKinds: string[];
  @ApiProperty() measurand: string;
  @ApiProperty() method: string;
  @ApiProperty() rangeMin: string;
  @ApiProperty() rangeMax: string;
  @ApiProperty() unit: string;
  @ApiProperty() uncertainty: string;
  @ApiProperty() uncertaintyUnit: string;
  @ApiProperty() k: string;
  @ApiProperty({ enum: annexChanges, nullable: true }) change: AnnexChange | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) capabilityId: string | null;
}

export class AnnexLinePage {
  @ApiProperty({ type: [AnnexLineResponse] }) items: AnnexLineResponse[];
  @ApiPropertyOptional() next?: string;
}

export function toResponse(annex: Annex): AnnexResponse {
  return { ...annexShown(annex), instituteId: annex.providerId };
}

export function toLine({ line, details, change, capabilityId }: AnnexLine): AnnexLineResponse {
  const { siteId, instrumentKinds, measurand, method, rangeMin, rangeMax, unit, uncertainty, uncertaintyUnit, k } =
    details;
  return {
    ...{ line, siteId, instrumentKinds, measurand, method, rangeMin, rangeMax, unit, uncertainty, uncertaintyUnit, k },
    ...{ change, capabilityId },
  };
}
