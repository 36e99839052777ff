import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInstant, PageQuery, Text } from '@qi/platform';
import { IsOptional } from 'class-validator';

export class EventQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Id of the request, task or job the event is about.' })
  @IsOptional()
  @Text(200)
  subject?: string;

  @ApiPropertyOptional({ example: 'job.offered.v1' })
  @IsOptional()
  @Text(100)
  type?: string;

  @IsOptional()
  @IsInstant()
  from?: string;
}

export class LoggedEvent {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) time: Date;
  @ApiProperty() type: string;
  @ApiProperty() source: string;
  @ApiProperty() subject: string;
  @ApiProperty({ type: Object }) data: unknown;
}

export class EventPage {
  @ApiProperty({ type: [LoggedEvent] }) items: LoggedEvent[];
  @ApiPropertyOptional() next?: string;
}
