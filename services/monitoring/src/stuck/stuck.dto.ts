import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class StuckTask {
  @ApiProperty({ format: 'uuid' }) taskId: string;
  @ApiProperty() taskNumber: string;
  @ApiProperty({ format: 'uuid' }) requestId: string;
  @ApiPropertyOptional({ nullable: true, type: String }) requestNumber: string | null;
  @ApiProperty() element: string;
  @ApiProperty() status: string;
  @ApiProperty({ format: 'date-time' }) since: Date;
  @ApiProperty({ description: 'Working minutes in this status.' }) workingMinutes: number;
  @ApiProperty({ enum: ['window', 'provider', 'enterprise'] }) owner: string;
  @ApiPropertyOptional({ nullable: true, type: String }) providerName: string | null;
  @ApiProperty({ type: Object }) next: { zh: string; en: string };
}
