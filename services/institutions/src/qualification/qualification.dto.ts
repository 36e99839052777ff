import { schemes, scopeLineStatuses } from '@qi/contracts';
import type { Scheme } from '@qi/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsBusinessDate, OneOfValues, Text } from '@qi/platform';
import type { Qualification, QualificationStatus } from './qualification';

export class CreateQualificationRequest {
  @OneOfValues(schemes) scheme: Scheme;
  @Text(100) number: string;
  @Text(200) issuer: string;
  @IsBusinessDate() issuedOn: string;
  @IsBusinessDate() validFrom: string;
  @IsBusinessDate() validTo: string;
}

export class ProlongQualificationRequest {
  @IsBusinessDate() validTo: string;
}

export class QualificationReasonRequest {
  @Text(500) reason: string;
}

export class QualificationResponse extends CreateQualificationRequest {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) institutionId: string;
  @ApiProperty({ enum: scopeLineStatuses }) status: QualificationStatus;
  @ApiProperty({ type: String, nullable: true }) statusReason: string | null;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty() version: number;
}

export class QualificationList {
  @ApiProperty({ type: [QualificationResponse] }) items: QualificationResponse[];
}

export function toResponse(qualification: Qualification): QualificationResponse {
  const { id, institutionId, scheme, number, issuer, issuedOn, validFrom, validTo } = qualification;
  const { status, statusReason, updatedAt, version } = qualification;
  return {
    ...{ id, institutionId, scheme, number, issuer, issuedOn, validFrom, validTo, status, statusReason, version },
    updatedAt: updatedAt.toISOString(),
  };
}
