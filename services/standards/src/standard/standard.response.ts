import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Words } from '@qi/kernel';
import { degrees, extents, relationKinds, type Relation, type Step } from './relation';
import { confidences, type Confidence, type Standard } from './standard';
import type { KnownSuccession } from './standard.queries';
import type { StandardRow } from './standard.row';
import { standardStatuses, statusOn, type StandardStatus } from './status';

class TitleResponse implements Words {
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

/** What every answer about a standard shows; status on the day that was asked for. */
export class StandardSummary {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'GB/T 14747-2025' }) number: string;
  @ApiProperty({ type: TitleResponse }) title: Words;
  @ApiProperty({ enum: standardStatuses }) status: StandardStatus;
  @ApiProperty() mandatory: boolean;
  @ApiPropertyOptional({ format: 'date' }) issuedOn?: string;
  @ApiPropertyOptional({ format: 'date' }) inForceFrom?: string;
  @ApiPropertyOptional({ format: 'date', description: 'last day in force' }) endsOn?: string;
  @ApiProperty({ enum: confidences }) confidence: Confidence;
}

export class RelationResponse implements Relation {
  @ApiProperty() number: string;
  @ApiProperty({ enum: relationKinds }) kind: Relation['kind'];
  @ApiProperty() other: string;
  @ApiProperty({ enum: extents, nullable: true, type: String }) extent: Relation['extent'];
  @ApiProperty({ type: [String] }) clauses: readonly string[];
  @ApiProperty({ enum: degrees, nullable: true, type: String }) degree: Relation['degree'];
  @ApiProperty({ format: 'date', nullable: true, type: String }) since: string | null;
}

export class StandardResponse extends StandardSummary {
  @ApiProperty({ format: 'date', description: 'day of the status' }) on: string;
  @ApiProperty() printed: string;
  @ApiProperty() family: string;
  @ApiProperty({ type: [String] }) ics: string[];
  @ApiProperty({ type: [String] }) ccs: string[];
  @ApiProperty({ description: 'also on a day that is not known' }) withdrawn: boolean;
  @ApiPropertyOptional() source?: string;
  @ApiProperty({ type: [RelationResponse], description: 'what it says of others, and others of it' })
  relations: readonly Relation[];
  @ApiProperty({ type: Date }) recordedAt: Date;
  @ApiProperty({ description: 'row version, the ETag' }) version: number;
}

export class StepResponse implements Step {
  @ApiProperty() from: string;
  @ApiProperty() to: string;
  @ApiProperty({ enum: relationKinds }) kind: Step['kind'];
  @ApiProperty({ enum: extents }) extent: Step['extent'];
  @ApiProperty({ type: [String] }) clauses: readonly string[];
  @ApiProperty({ format: 'date', nullable: true, type: String }) since: string | null;
}

export class SuccessionResponse {
  @ApiProperty() number: string;
  @ApiProperty({ format: 'date' }) on: string;
  @ApiPropertyOptional({ enum: standardStatuses, description: 'absent when the library does not hold it' })
  status?: StandardStatus;
  @ApiProperty({ type: [StandardSummary], description: 'in its place on that day, nearest first' })
  inForce: StandardSummary[];
  @ApiProperty({ type: [StandardSummary], description: 'not yet in force on that day' }) upcoming: StandardSummary[];
  @ApiProperty({ type: [String], description: 'successors that the library does not hold' })
  unknown: readonly string[];
  @ApiProperty({ type: [StepResponse] }) after: readonly Step[];
  @ApiProperty({ type: [StepResponse] }) before: readonly Step[];
}

export type Shown = Standard & { readonly id: string };

export function toSummary(standard: Shown, on: string): StandardSummary {
  const { id, number, title, mandatory, issuedOn, inForceFrom, endsOn, confidence } = standard;
  return {
    ...{ id, number, title, status: statusOn(standard, on), mandatory },
    ...(issuedOn !== null && { issuedOn }),
    ...(inForceFrom !== null && { inForceFrom }),
    ...(endsOn !== null && { endsOn }),
    confidence,
  };
}

export function toResponse(row: StandardRow, relations: readonly Relation[], on: string): StandardResponse {
  const { printed, family, ics, ccs, withdrawn, source, recordedAt, version } = row;
  return {
    ...toSummary(row, on),
    ...{ on, printed, family, ics, ccs, withdrawn },
    ...(source !== null && { source }),
    ...{ relations, recordedAt, version },
  };
}

export function toSuccession(found: KnownSuccession): SuccessionResponse {
  const { known, status, inForce, upcoming, ...same } = found;
  const byNumber = new Map(known.map((standard) => [standard.number, standard]));
  const show = (numbers: readonly string[]) =>
    numbers.flatMap((number) => {
      const standard = byNumber.get(number);
      return standard ? [toSummary(standard, found.on)] : [];
    });
  return { ...same, ...(status && { status }), inForce: show(inForce), upcoming: show(upcoming) };
}
