import { ApiProperty } from '@nestjs/swagger';
import { IsBusinessDate, IsId, Text } from '@qi/platform';
import { ArrayMaxSize, ArrayUnique, IsArray } from 'class-validator';
import { equipmentStatuses } from './equipment';
import type { Equipment, EquipmentStatus } from './equipment';

export class CalibrationRequest {
  @Text(200) certificateNumber: string;
  @IsBusinessDate() calibratedOn: string;
  @IsBusinessDate() calibratedUntil: string;
}

export class EnterEquipmentRequest extends CalibrationRequest {
  @IsId() siteId: string;
  @Text(200) name: string;
  @Text(100) assetNumber: string;
}

export class EquipmentReasonRequest {
  @Text(500) reason: string;
}

export class EquipmentLinesRequest {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: 1000 })
  @IsArray()
  @ArrayMaxSize(1000)
  @ArrayUnique()
  @IsId({ each: true })
  lineIds: string[];
}

export class EquipmentResponse extends EnterEquipmentRequest {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) institutionId: string;
  @ApiProperty({ enum: equipmentStatuses }) status: EquipmentStatus;
  @ApiProperty({ type: String, nullable: true }) statusReason: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) stoppedOn: string | null;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty({ type: 'integer' }) version: number;
}

export class EquipmentList {
  @ApiProperty({ type: [EquipmentResponse] }) items: EquipmentResponse[];
}

export function toResponse(equipment: Equipment): EquipmentResponse {
  const { id, institutionId, siteId, name, assetNumber, certificateNumber } = equipment;
  const { calibratedOn, calibratedUntil, status, statusReason, stoppedOn, updatedAt, version } = equipment;
  return {
    ...{ id, institutionId, siteId, name, assetNumber, certificateNumber, calibratedOn, calibratedUntil },
    ...{ status, statusReason, stoppedOn, updatedAt: updatedAt.toISOString(), version },
  };
}
