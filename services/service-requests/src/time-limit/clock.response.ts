import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Words } from '@qi/kernel';
import { ByResponse, WordsResponse } from '../words.response';
import { clockKinds, type ClockKind } from './change';
import type { ClockStatus, Extension } from './clock';
import type { ClockView } from './clock-view';

class ExtensionResponse implements Extension {
  @ApiProperty({ type: 'integer', description: 'working days' }) days: number;
  @ApiProperty() reason: string;
  @ApiProperty({ type: ByResponse }) by: ByResponse;
  @ApiProperty({ format: 'date-time' }) at: string;
}

const minutes = (description?: string) => ({ type: 'integer' as const, ...(description && { description }) });

export class ClockResponse implements ClockView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) requestId: string;
  @ApiPropertyOptional({ format: 'uuid' }) taskId?: string;
  @ApiProperty({ enum: clockKinds }) kind: ClockKind;
  @ApiProperty({ type: WordsResponse }) name: Words;
  @ApiProperty({ enum: ['window', 'provider', 'firm'], description: 'whose turn it is' }) owner: ClockView['owner'];
  @ApiProperty({ enum: ['running', 'paused', 'stopped'] }) status: ClockStatus;
  @ApiProperty() startedAt: Date;
  @ApiProperty() dueAt: Date;
  @ApiProperty({ description: 'a year on the way has no published holidays yet' }) provisional: boolean;
  @ApiProperty(minutes('working minutes')) allowedMinutes: number;
  @ApiProperty(minutes()) usedMinutes: number;
  @ApiProperty(minutes('negative when overdue')) leftMinutes: number;
  @ApiProperty({ type: 'integer', description: '0 until it is breached' }) level: number;
  @ApiPropertyOptional() stoppedAt?: Date;
  @ApiProperty({ type: [ExtensionResponse] }) extensions: readonly Extension[];
}
