import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { annexStatuses } from '@qi/contracts';
import type { AnnexStatus, By } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { IsBusinessDate, IsId, OneOfValues, Optional, PageQuery, Text } from '@qi/platform';
import { IsBoolean, isUUID } from 'class-validator';
import { calibrationFields, type CalibrationField } from '../annex-file/calibration-table';
import { annexChanges, annexFormats, annexProblem } from './annex';
import type { Annex, AnnexChange, AnnexDetails, AnnexFormat } from './annex';
import type { Refusal, StoredLine } from './annex.store';

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

/** Throws `annex/places`, `annex/mapping`. */
export function toDetails({ certNo, validFrom, validTo, siteId, ...body }: SubmitAnnex): AnnexDetails {
  const places = textsOf(body.places, (site): site is string => isUUID(site));
  if (!places) throw annexProblem.places();
  const mapping = textsOf(body.mapping, isField);
  if (!mapping) throw annexProblem.mapping();
  return { certNo, validFrom, validTo, places, onlySite: siteId ?? null, mapping };
}

function isField(text: string): text is CalibrationField {
  return (calibrationFields as readonly string[]).includes(text);
}

/** A JSON object of sound texts, or undefined. */
function textsOf<T extends string>(json = '{}', sound: (text: string) => text is T): Record<string, T> | undefined {
  try {
    const read: unknown = JSON.parse(json);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
    const entries = Object.entries(read).filter(
      (entry): entry is [string, T] => typeof entry[1] === 'string' && sound(entry[1]),
    );
    return entries.length === Object.keys(read).length ? (Object.fromEntries(entries) as Record<string, T>) : undefined;
  } catch {
    return undefined;
  }
}

export class ApproveAnnex {
  @ApiPropertyOptional({ default: false, description: 'refused rows were looked at; what they stand for may end' })
  @Optional()
  @IsBoolean()
  acceptRefusals?: boolean;
}

export class RejectAnnex {
  @Text(500) reason: string;
}

export class AnnexQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @Optional() @IsId() instituteId?: string;
  @ApiPropertyOptional({ enum: annexStatuses }) @Optional() @OneOfValues(annexStatuses) status?: AnnexStatus;
}

export class AnnexLineQuery extends PageQuery {
  @ApiPropertyOptional({ enum: annexChanges }) @Optional() @OneOfValues(annexChanges) change?: AnnexChange;
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

export class AnnexRefusal implements Refusal {
  @ApiProperty({ type: 'integer' }) line: number;
  @ApiProperty() field: string;
  @ApiProperty() value: string;
  @ApiProperty({ type: Object, description: 'zh and en' }) words: Words;
}

export class AnnexRefusalPage {
  @ApiProperty({ type: [AnnexRefusal] }) items: AnnexRefusal[];
  @ApiPropertyOptional() next?: string;
}

export function toResponse(annex: Annex): AnnexResponse {
  const { id, instituteId, certNo, validFrom, validTo, fileName, format, status, line, refused } = annex;
  const { added, changed, kept, gone, problem, reason, submittedBy, submittedAt, reviewedBy, reviewedAt } = annex;
  return {
    ...{ id, instituteId, certNo, validFrom, validTo, fileName, format, status, line, refused },
    ...{ added, changed, kept, gone, problem, reason, submittedBy, submittedAt, reviewedBy, reviewedAt },
  };
}

export function toLine({ line, details, change, capabilityId }: StoredLine): AnnexLineResponse {
  const { siteId, instrumentKinds, measurand, method, rangeMin, rangeMax, unit, uncertainty, uncertaintyUnit, k } =
    details;
  return {
    ...{ line, siteId, instrumentKinds, measurand, method, rangeMin, rangeMax, unit, uncertainty, uncertaintyUnit, k },
    ...{ change, capabilityId },
  };
}
