import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { deadLetterStatuses } from './dead-letter.row';
import type { DeadLetterStatus } from './dead-letter.row';

export class DeadLetterSummary {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() topic: string;
  @ApiProperty({ type: 'integer' }) partition: number;
  @ApiProperty({ description: 'a whole number as text: it may exceed 2^53' }) offset: string;
  @ApiProperty({ type: String, nullable: true }) key: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'task.opened.v1' }) type: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) eventId: string | null;
  @ApiProperty() error: string;
  @ApiProperty({ format: 'date-time' }) failedAt: string;
  @ApiProperty({ enum: deadLetterStatuses }) status: DeadLetterStatus;
  @ApiProperty({ type: String, nullable: true }) decidedBy: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) decidedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
}

export class DeadLetterView extends DeadLetterSummary {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) headers: Record<string, string>;

  @ApiProperty({ type: String, nullable: true, description: 'as text; bytes that are no UTF-8 show as U+FFFD' })
  payload: string | null;
}

export class DeadLetterPage {
  @ApiProperty({ type: [DeadLetterSummary] }) items: DeadLetterSummary[];
  @ApiPropertyOptional({ format: 'uuid', description: 'absent on the last page' }) next?: string;
}
