import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBusinessDate, OneOfValues, Optional, Text } from '@qi/platform';
import { Type } from 'class-transformer';
import { IsBooleanString, IsInt, Matches, Max, Min } from 'class-validator';
import { StandardSummary } from '../standard/standard.response';
import { standardStatuses, type StandardStatus } from '../standard/status';

export class SearchQuery {
  @ApiPropertyOptional({ example: '儿童三轮车', description: 'a number in any spelling, its beginning, or words' })
  @Optional()
  @Text(200, 0)
  q?: string;
  @ApiPropertyOptional({ example: '97.190' }) @Optional() @Matches(/^\d{2}(\.\d{3}(\.\d{2})?)?$/) ics?: string;
  @ApiPropertyOptional({ example: 'Y57' }) @Optional() @Matches(/^[A-Z](\d{2})?$/) ccs?: string;
  @ApiPropertyOptional({ enum: standardStatuses })
  @Optional()
  @OneOfValues(standardStatuses)
  status?: StandardStatus;
  @ApiPropertyOptional({ format: 'date', description: 'day of the status; today unless given' })
  @Optional()
  @IsBusinessDate()
  on?: string;
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'counts what there is, up to 10,000' })
  @Optional()
  @IsBooleanString()
  count?: string;
}

export class SearchResponse {
  @ApiProperty({ type: [StandardSummary] }) items: StandardSummary[];
  @ApiProperty({ type: 'integer' }) count: number;
  @ApiProperty({ description: 'there are at least `count`' }) capped: boolean;
}
