import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { annexStatuses, schemes } from '@qi/contracts';
import type { AnnexStatus, By, Scheme } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import { IsBusinessDate, IsId, OneOfValues, Optional, PageQuery, Text } from '@qi/platform';
import { IsBoolean, isUUID } from 'class-validator';
import { annexFields, type AnnexField } from '../annex-file/cma-table';
import { annexFormats, type AnnexFormat } from '../annex-file/format';
import { annexChanges, annexExtents, annexProblem, type Annex, type AnnexChange } from './annex';
import type { AnnexDetails, AnnexExtent } from './annex';
import type { AnnexLine } from './annex.queries';
import type { Refusal } from './annex-line.store';

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

/** Throws `annex/places`, `annex/mapping`. */
export function toDetails(body: SubmitAnnex): AnnexDetails {
  const { scheme, certNo, extent = 'whole', validFrom, validTo, siteId: onlySite = null } = body;
  const places = textsOf(body.places, (site) => isUUID(site)) ?? fail('places');
  const mapping = textsOf(body.mapping, isField) ?? fail('mapping');
  return { scheme, certNo, extent, validFrom, validTo, places, onlySite, mapping } as AnnexDetails;
}

function isField(text: string): text is AnnexField {
  return (annexFields as readonly string[]).includes(text);
}

function fail(what: 'places' | 'mapping'): never {
  throw annexProblem[what]();
}

/** A JSON object of sound texts, or undefined. */
function textsOf(json = '{}', sound: (text: string) => boolean): Record<string, string> | undefined {
  try {
    const read: unknown = JSON.parse(json);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
    const entries = Object.entries(read);
    return entries.every(([, text]) => typeof text === 'string' && sound(text))
      ? Object.fromEntries(entries)
      : undefined;
  } catch {
    return undefined;
  }
}

export class ApproveAnnex {
  @ApiPropertyOptional({ default: false, description: 'refused rows were looked at; lines they stand for may end' })
  @Optional()
  @IsBoolean()
  acceptRefusals?: boolean;
}

export class RejectAnnex {
  @Text(500) reason: string;
}

export class AnnexQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @Optional() @IsId() institutionId?: string;
  @ApiPropertyOptional({ enum: annexStatuses }) @Optional() @OneOfValues(annexStatuses) status?: AnnexStatus;
}

export class AnnexLineQuery extends PageQuery {
  @ApiPropertyOptional({ enum: annexChanges }) @Optional() @OneOfValues(annexChanges) change?: AnnexChange;
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
  const { id, institutionId, scheme, certNo, extent, validFrom, validTo, fileName, format, status, line } = annex;
  const { refused, added, changed, kept, gone, problem, reason } = annex;
  const { submittedBy, submittedAt, reviewedBy, reviewedAt, activatedAt } = annex;
  return {
    ...{ id, institutionId, scheme, certNo, extent, validFrom, validTo, fileName, format, status, line },
    ...{ refused, added, changed, kept, gone, problem, reason },
    ...{ submittedBy, submittedAt, reviewedBy, reviewedAt, activatedAt },
  };
}

export function toLine({ details, line, siteId, parameter, standard, clauses, ...rest }: AnnexLine): AnnexLineResponse {
  const { object, method, limitNote, validFrom, validTo } = details as unknown as AnnexLineResponse;
  const { change, fields, lineId } = rest;
  return {
    ...{ line, siteId, object, parameter, method, standard, clauses: [...clauses], limitNote, validFrom, validTo },
    ...{ change, fields: [...fields], lineId },
  };
}
