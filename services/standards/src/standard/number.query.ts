import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBusinessDate, Optional, Text } from '@qi/platform';

export class OnDateQuery {
  @ApiPropertyOptional({ format: 'date', description: 'today unless given' })
  @Optional()
  @IsBusinessDate()
  on?: string;
}

export class NumberQuery extends OnDateQuery {
  @ApiProperty({ example: 'GB/T14747-2025' }) @Text(200) number: string;
}
