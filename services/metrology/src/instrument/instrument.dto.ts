import { instrumentStatuses } from '@qi/contracts';
import type { InstrumentStatus } from '@qi/contracts';
import { standardNumber } from '@qi/kernel';
import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import {
  IsAreaCode,
  IsBusinessDate,
  IsDecimalText,
  IsId,
  IsStandardNumber,
  OneOfValues,
  Optional,
  PageQuery,
  Text,
} from '@qi/platform';
import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import type { Instrument } from './instrument';

export class InstrumentRequest {
  @Text(200) name: string;
  @Text(200) model: string;
  @Text(200) serialNumber: string;
  @ApiPropertyOptional() @Optional() @Text(200, 0) assetNumber?: string;
  @Text(200) measurand: string;
  @IsDecimalText() rangeMin: string;
  @IsDecimalText() rangeMax: string;
  @Text(50) unit: string;
  @ApiPropertyOptional() @Optional() @Text(100, 0) accuracyClass?: string;
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 240 }) @IsInt() @Min(1) @Max(240) intervalMonths: number;
  @ApiPropertyOptional({ default: false, description: 'compulsory verification' })
  @Optional()
  @IsBoolean()
  compulsory?: boolean;
  @ApiPropertyOptional() @Optional() @Text(200, 0) place?: string;
  @ApiPropertyOptional({ example: 'JJG 30-2012', description: 'by which it is verified or calibrated' })
  @Optional()
  @IsStandardNumber()
  standard?: string;
}

export class InstrumentChanges extends PartialType(InstrumentRequest, { skipNullProperties: false }) {}

export class EnterInstrumentRequest extends InstrumentRequest {
  @IsAreaCode() areaCode: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'administrators: the owner' })
  @Optional()
  @IsId()
  enterpriseId?: string;
  @ApiPropertyOptional({ format: 'date', description: 'date of the last certificate' })
  @Optional()
  @IsBusinessDate()
  lastOn?: string;
  @ApiPropertyOptional() @Optional() @Text(200) certificateNumber?: string;
}

export class InstrumentCertificateRequest {
  @IsBusinessDate() on: string;
  @Text(200) number: string;
}

export class InstrumentReasonRequest {
  @Text(500) reason: string;
}

export class InstrumentQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @Optional() @IsId() enterpriseId?: string;
  @ApiPropertyOptional({ enum: instrumentStatuses })
  @Optional()
  @OneOfValues(instrumentStatuses)
  status?: InstrumentStatus;
  @ApiPropertyOptional({ format: 'date' }) @Optional() @IsBusinessDate() dueBefore?: string;
}

export class InstrumentResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) enterpriseId: string;
  @ApiProperty() areaCode: string;
  @ApiProperty() name: string;
  @ApiProperty() model: string;
  @ApiProperty() serialNumber: string;
  @ApiProperty() assetNumber: string;
  @ApiProperty() measurand: string;
  @ApiProperty() rangeMin: string;
  @ApiProperty() rangeMax: string;
  @ApiProperty() unit: string;
  @ApiProperty() accuracyClass: string;
  @ApiProperty() intervalMonths: number;
  @ApiProperty() compulsory: boolean;
  @ApiProperty() place: string;
  @ApiProperty({ type: String, nullable: true }) standard: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) lastOn: string | null;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ type: String, nullable: true }) certificateNumber: string | null;
  @ApiProperty({ enum: instrumentStatuses }) status: InstrumentStatus;
  @ApiProperty({ type: String, nullable: true }) statusReason: string | null;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty() version: number;
}

export class InstrumentPage {
  @ApiProperty({ type: [InstrumentResponse] }) items: InstrumentResponse[];
  @ApiPropertyOptional() next?: string;
}

export function toDetails(body: EnterInstrumentRequest) {
  const { assetNumber = '', accuracyClass = '', compulsory = false, place = '' } = body;
  const { lastOn = null, certificateNumber = null } = body;
  const standard = body.standard === undefined ? null : standardNumber(body.standard).canonical;
  return { ...body, assetNumber, accuracyClass, compulsory, place, standard, lastOn, certificateNumber };
}

export function toChanges({ standard, ...changes }: InstrumentChanges) {
  return { ...changes, ...(standard !== undefined && { standard: standardNumber(standard).canonical }) };
}

export function toResponse(instrument: Instrument): InstrumentResponse {
  const { id, enterpriseId, areaCode, name, model, serialNumber, assetNumber, measurand } = instrument;
  const { rangeMin, rangeMax, unit, accuracyClass, intervalMonths, compulsory, place, standard } = instrument;
  const { lastOn, dueOn } = instrument;
  const { certificateNumber, status, statusReason, updatedAt, version } = instrument;
  return {
    ...{ id, enterpriseId, areaCode, name, model, serialNumber, assetNumber, measurand },
    ...{ rangeMin, rangeMax, unit, accuracyClass, intervalMonths, compulsory, place, standard, lastOn, dueOn },
    ...{ certificateNumber, status, statusReason, version },
    updatedAt: updatedAt.toISOString(),
  };
}
