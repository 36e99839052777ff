import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { elements, type Element } from '@qi/contracts';
import { IsBusinessDate, IsId, OneOfValues } from '@qi/platform';
import { IsOptional } from 'class-validator';

export class PeriodQuery {
  @ApiPropertyOptional({ example: '2026-11-01', description: 'First business day, inclusive; 30 days ago by default.' })
  @IsOptional()
  @IsBusinessDate()
  from?: string;

  @ApiPropertyOptional({ example: '2026-11-30', description: 'Last business day, inclusive; today by default.' })
  @IsOptional()
  @IsBusinessDate()
  to?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsId()
  platformId?: string;

  @ApiPropertyOptional({ enum: elements })
  @IsOptional()
  @OneOfValues(elements)
  element?: Element;
}

export class Count {
  @ApiProperty() name: string;
  @ApiProperty() count: number;
}

export class Duration {
  @ApiProperty({ description: 'How many were measured.' }) count: number;
  @ApiPropertyOptional({ description: 'Seconds.', nullable: true, type: Number }) p50: number | null;
  @ApiPropertyOptional({ description: 'Seconds.', nullable: true, type: Number }) p95: number | null;
}

export class PeriodAndCumulative {
  @ApiProperty() period: number;
  @ApiProperty({ description: 'From the first day on record to the end of the period.' }) cumulative: number;
}

export class Throughput {
  @ApiProperty() from: string;
  @ApiProperty() to: string;
  @ApiProperty({ type: [Count] }) requestsByStatus: Count[];
  @ApiProperty({ type: [Count] }) requestsByDay: Count[];
  @ApiProperty({ type: [Count] }) requestsByPlatform: Count[];
  @ApiProperty({ type: [Count] }) tasksByStatus: Count[];
  @ApiProperty({ type: [Count] }) tasksByElement: Count[];
  @ApiProperty({ type: [Count] }) tasksByProvider: Count[];
  @ApiProperty({ type: [Count] }) tasksByDay: Count[];
  @ApiProperty({ type: [Count] }) jobsByStatus: Count[];
  @ApiProperty({ type: Duration }) submitToOffer: Duration;
  @ApiProperty({ type: Duration }) submitToAcceptance: Duration;
  @ApiProperty({ type: Duration }) submitToCompletion: Duration;
  @ApiProperty({ type: PeriodAndCumulative }) serviceTimes: PeriodAndCumulative;
  @ApiProperty({ type: PeriodAndCumulative }) firmsServed: PeriodAndCumulative;
}

export class FigureDefinition {
  @ApiProperty() name: string;
  @ApiProperty({ type: Object }) title: { zh: string; en: string };
  @ApiProperty({ type: Object }) definition: { zh: string; en: string };
}
