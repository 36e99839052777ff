import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { By } from '@qi/contracts';
import { OneOfValues, Optional, PageQuery, Text } from '@qi/platform';
import type { Likeness } from './likeness';
import { synonymKinds, synonymRelations } from './synonym';
import type { Synonym, SynonymDetails, SynonymKind, SynonymRelation } from './synonym';

export class SynonymRequest implements SynonymDetails {
  @OneOfValues(synonymKinds) kind: SynonymKind;
  @Text(300) name: string;
  @ApiProperty({ enum: synonymRelations, description: 'broader: `other` is a category above `name`' })
  @OneOfValues(synonymRelations)
  relation: SynonymRelation;
  @Text(300) other: string;
  @ApiProperty({ example: 'GB/T 14747-2025, 3.1', description: 'where it stands' }) @Text(500) source: string;
}

export class SynonymQuery extends PageQuery {
  @ApiPropertyOptional({ enum: synonymKinds }) @Optional() @OneOfValues(synonymKinds) kind?: SynonymKind;
  @ApiPropertyOptional({ description: 'on either side' }) @Optional() @Text(300) name?: string;
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'ended entries too' })
  @Optional()
  @OneOfValues(['true', 'false'])
  ended?: 'true' | 'false';
}

export class SuggestionQuery {
  @OneOfValues(synonymKinds) kind: SynonymKind;
  @Text(300) name: string;
}

export class SynonymResponse extends SynonymRequest {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: Object }) recordedBy: By;
  @ApiProperty({ type: Date }) recordedAt: Date;
  @ApiProperty({ type: Object, nullable: true }) endedBy: By | null;
  @ApiProperty({ type: Date, nullable: true }) endedAt: Date | null;
}

export class SynonymPage {
  @ApiProperty({ type: [SynonymResponse] }) items: SynonymResponse[];
  @ApiPropertyOptional() next?: string;
}

export class SuggestionResponse implements Likeness {
  @ApiProperty() name: string;
  @ApiProperty({ description: '0 to 1: shared pairs of characters' }) score: number;
}

export class SuggestionList {
  @ApiProperty({ type: [SuggestionResponse] }) items: SuggestionResponse[];
}

export function toResponse(synonym: Synonym): SynonymResponse {
  const { id, kind, name, relation, other, source, recordedBy, recordedAt, endedBy, endedAt } = synonym;
  return { id, kind, name, relation, other, source, recordedBy, recordedAt, endedBy, endedAt };
}
