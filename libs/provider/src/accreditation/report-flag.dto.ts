import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Words } from '@qi/kernel';
import { IsId, Optional, PageQuery } from '@qi/platform';
import type { Page } from '@qi/platform';
import { JobWords } from '../job/job.response';
import type { ReportFlagRow } from './report-flag.row';

const uuid = { format: 'uuid' };

export class ReportFlagQuery extends PageQuery {
  @ApiPropertyOptional(uuid) @Optional() @IsId() providerId?: string;
  @ApiPropertyOptional(uuid) @Optional() @IsId() requestId?: string;
  @ApiPropertyOptional(uuid) @Optional() @IsId() jobId?: string;
}

export class ReportFlagResponse {
  @ApiProperty(uuid) id: string;
  @ApiProperty(uuid) jobId: string;
  @ApiProperty() jobNumber: string;
  @ApiProperty(uuid) taskId: string;
  @ApiProperty(uuid) requestId: string;
  @ApiProperty(uuid) providerId: string;
  @ApiProperty() providerName: string;
  @ApiProperty({ type: [String], description: 'numbers of the reports in doubt' }) numbers: string[];
  @ApiProperty({ type: JobWords }) cause: Words;
  @ApiProperty({ format: 'date', description: 'first day in doubt' }) affectedFrom: string;
  @ApiProperty({ format: 'date-time' }) flaggedAt: string;
}

export class ReportFlagPage {
  @ApiProperty({ type: [ReportFlagResponse] }) items: ReportFlagResponse[];
  @ApiPropertyOptional({ description: 'cursor of the next page' }) next?: string;
}

export function toFlagPage({ items, ...page }: Page<ReportFlagRow>): ReportFlagPage {
  return {
    ...page,
    items: items.map(({ lossId: _loss, enterpriseId: _firm, areaCode: _area, flaggedAt, ...shown }) => ({
      ...shown,
      flaggedAt: flaggedAt.toISOString(),
    })),
  };
}
