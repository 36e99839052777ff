import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Difference, Replay } from '../record/difference';
import type { DecisionRecord } from './decision-record';
import { gateKinds } from '../routing/gate';
import type { GateKind } from '../routing/gate';
import type { CandidateInWords, DecisionInWords, GateInWords } from './decision-words';

const object = { type: 'object', additionalProperties: true } as const;

export class DecisionCandidate implements CandidateInWords {
  @ApiProperty({ format: 'uuid' }) providerId: string;
  @ApiProperty() name: string;
  @ApiPropertyOptional({ type: 'integer', description: '1 for the winner; absent where a gate failed' }) rank?: number;
  @ApiProperty({ description: 'a clerk may dispatch the task to it' }) dispatchable: boolean;
  @ApiProperty({ description: 'weighted score, 0–1' }) score: number;
  @ApiProperty({ type: [String] }) words: readonly string[];
}

export class DecisionGate implements GateInWords {
  @ApiProperty() gate: string;
  @ApiProperty() words: string;
  @ApiProperty({ type: 'integer', description: 'how many candidates it excluded' }) excluded: number;
  @ApiPropertyOptional({ enum: gateKinds, description: 'practical gates give way to a clerk’s dispatch' })
  kind?: GateKind;
}

export class DecisionWords implements DecisionInWords {
  @ApiProperty() reason: string;
  @ApiProperty({ type: [DecisionCandidate] }) candidates: readonly CandidateInWords[];
  @ApiProperty({ type: [DecisionGate] }) gates: readonly DecisionGate[];
  @ApiProperty({ type: [String] }) nearestMisses: readonly string[];
}

export class DecisionResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: DecisionWords, description: 'in the language of Accept-Language' }) words: DecisionInWords;
  @ApiProperty({
    ...object,
    description: 'inputs, verdicts and scores of the best and the nearest misses, order, counts over all',
  })
  record: DecisionRecord;
}

export class DecisionList {
  @ApiProperty({ type: [DecisionResponse] }) items: DecisionResponse[];
}

export class ReplayDifference implements Difference {
  @ApiProperty({ description: 'JSON pointer into the decision' }) pointer: string;
  @ApiProperty(object) recorded: unknown;
  @ApiProperty(object) replayed: unknown;
}

export class ReplayResponse implements Replay {
  @ApiProperty() same: boolean;
  @ApiPropertyOptional({ type: ReplayDifference }) difference?: ReplayDifference;
}
