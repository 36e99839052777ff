import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { EnterpriseRef } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import type { Fault } from '@qi/platform';
import type { DuplicateHint } from '../outlook/duplicate-hints.service';
import type { Plan, PlannedDates } from '../task/critical-path';
import { ByResponse, WordsResponse } from '../words.response';
import type { CodedReason } from './coded-reasons';
import type { Contact, WindowAnswer } from './service-request';
import type { RequestCounts } from './service-request.queries';
import type { Situation, Turn } from './situation';

const uuid = { format: 'uuid' };
const date = { format: 'date' };
const integer = { type: 'integer' as const };

export class SituationResponse implements Situation {
  @ApiProperty({ enum: ['firm', 'window', 'provider', 'nobody'] }) turn: Turn;
  @ApiProperty({ type: WordsResponse }) words: Words;
}

export class EnterpriseRefResponse implements EnterpriseRef {
  @ApiProperty(uuid) id: string;
  @ApiProperty() uscc: string;
  @ApiProperty() name: string;
  @ApiProperty({ pattern: '^\\d{6}$' }) areaCode: string;
  @ApiPropertyOptional() industryCode?: string;
  @ApiPropertyOptional() longitude?: number;
  @ApiPropertyOptional() latitude?: number;
}

export class ContactResponse implements Contact {
  @ApiProperty() name: string;
  @ApiProperty() phone: string;
}

class PlannedDatesResponse implements PlannedDates {
  @ApiProperty() key: string;
  @ApiProperty(date) start: string;
  @ApiProperty(date) finish: string;
  @ApiProperty({ type: String, ...date, nullable: true }) needBy: string | null;
  @ApiProperty({ ...integer, description: 'working days' }) daysLate: number;
  @ApiProperty({ description: 'a day lost here is a day lost at the end' }) critical: boolean;
}

export class PlanResponse implements Plan {
  @ApiProperty({ type: [PlannedDatesResponse] }) works: readonly PlannedDates[];
  @ApiProperty({ type: String, ...date, nullable: true }) finish: string | null;
  @ApiProperty() feasible: boolean;
  @ApiProperty({ ...integer, description: 'working days' }) daysLate: number;
  @ApiProperty({ type: [String], description: 'keys in the order of work' }) criticalPath: readonly string[];
  @ApiProperty({ description: 'a year on the way has no published holidays yet' }) provisional: boolean;
  @ApiProperty({ type: WordsResponse }) words: Words;
}

export class MissingResponse implements Fault {
  @ApiProperty({ example: '/lines/0/answers/model' }) pointer: string;
  @ApiProperty({ type: WordsResponse }) words: Words;
}

export class HintResponse implements DuplicateHint {
  @ApiProperty({ enum: ['duplicate'] }) kind: 'duplicate';
  @ApiProperty() itemCode: string;
  @ApiProperty(uuid) requestId: string;
  @ApiProperty() number: string;
  @ApiProperty() submittedAt: Date;
  @ApiProperty({ type: WordsResponse }) words: Words;
}

class FieldNoteResponse {
  @ApiProperty() pointer: string;
  @ApiProperty() note: string;
}

export class AnswerResponse implements WindowAnswer {
  @ApiProperty({ enum: ['returned', 'refused'] }) kind: 'returned' | 'refused';
  @ApiProperty() reasonCode: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: [FieldNoteResponse] }) fields: readonly FieldNoteResponse[];
  @ApiProperty({ type: ByResponse }) by: ByResponse;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: WordsResponse }) words: Words;
  @ApiProperty({ type: WordsResponse }) hint: Words;
}

/** What `check` says, and every save. */
export class CheckResponse {
  @ApiProperty({ type: PlanResponse }) plan: Plan;
  @ApiProperty({ type: [MissingResponse] }) missing: readonly Fault[];
  @ApiProperty({ type: [HintResponse] }) hints: readonly DuplicateHint[];
}

export class CountsResponse implements RequestCounts {
  @ApiProperty(integer) total: number;
  @ApiProperty({ type: 'object', additionalProperties: integer }) byStatus: Record<string, number>;
  @ApiProperty({ ...integer, description: 'requests with a breached clock' }) overdue: number;
  @ApiProperty({ ...integer, description: 'requests with a task that nobody can take' }) unroutable: number;
  @ApiProperty({ ...integer, description: 'submitted problems without services yet' }) toItemise: number;
}

class ReasonResponse implements CodedReason {
  @ApiProperty({ type: WordsResponse }) words: Words;
  @ApiProperty({ type: WordsResponse }) hint: Words;
}

const byCode = { type: 'object' as const, additionalProperties: { $ref: '#/components/schemas/ReasonResponse' } };

@ApiExtraModels(ReasonResponse)
export class ReasonsResponse {
  @ApiProperty({ ...byCode, description: 'by code' }) returned: Readonly<Record<string, CodedReason>>;
  @ApiProperty({ ...byCode, description: 'by code' }) refused: Readonly<Record<string, CodedReason>>;
}
