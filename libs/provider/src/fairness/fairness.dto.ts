import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsAreaCode, IsBusinessDate, Optional, Text } from '@qi/platform';
import type { FairnessRow } from './fairness';
import type { FairnessReport } from './fairness.service';

export class FairnessQuery {
  @IsBusinessDate() from: string;
  @IsBusinessDate() to: string;
  @ApiPropertyOptional() @Optional() @Text(100) itemCode?: string;
  @ApiPropertyOptional({ description: 'an area with all that lies in it' }) @Optional() @IsAreaCode() areaCode?: string;
}

export class FairnessRowResponse implements FairnessRow {
  @ApiProperty() itemCode: string;
  @ApiProperty({ description: 'of the firms' }) areaCode: string;
  @ApiProperty({ format: 'uuid' }) providerId: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: 'integer' }) jobs: number;
  @ApiProperty({ description: 'share of the jobs, 0–1' }) jobShare: number;
  @ApiProperty({ description: 'share of the capacity that could have taken them, 0–1' }) capacityShare: number;
}

export class FairnessResponse implements FairnessReport {
  @ApiProperty({ type: 'integer' }) decisions: number;
  @ApiProperty({ type: 'integer', description: 'decisions whose record does not name all that could' }) partial: number;
  @ApiProperty({ type: [FairnessRowResponse] }) rows: readonly FairnessRow[];
}
