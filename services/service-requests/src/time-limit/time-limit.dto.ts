import type { By } from '@qi/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OneOfValues, Text } from '@qi/platform';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { clockKinds, type ClockKind } from './change';
import type { TimeLimitRow } from './time-limit.row';

const LONGEST = 250;

export class SetTimeLimitDto {
  @OneOfValues(clockKinds)
  kind: ClockKind;

  @ApiPropertyOptional({ description: 'limit of one item; without it, the default of the kind' })
  @IsOptional()
  @Text(60)
  itemCode?: string;

  @ApiProperty({ description: 'working days' })
  @IsInt()
  @Min(1)
  @Max(LONGEST)
  days: number;

  @ApiPropertyOptional({ description: 'version of the limit that is changed; left out for a new one' })
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;
}

export class RemoveTimeLimitQuery {
  @OneOfValues(clockKinds)
  kind: ClockKind;

  @Text(60)
  itemCode: string;
}

export class TimeLimitResponse {
  @ApiProperty({ enum: clockKinds })
  kind: ClockKind;

  @ApiPropertyOptional()
  itemCode?: string;

  @ApiProperty({ description: 'working days' })
  days: number;

  @ApiProperty()
  version: number;

  @ApiProperty({ type: Object, description: '{ sub, name }' })
  changedBy: By;

  @ApiProperty()
  changedAt: Date;
}

export class TimeLimitList {
  @ApiProperty({ type: [TimeLimitResponse] })
  items: TimeLimitResponse[];
}

export function toResponse({ kind, itemCode, days, version, changedBy, changedAt }: TimeLimitRow): TimeLimitResponse {
  return { kind, ...(itemCode === '' ? {} : { itemCode }), days, version, changedBy, changedAt };
}
