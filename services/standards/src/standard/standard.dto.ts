import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Words } from '@qi/kernel';
import { IsBusinessDate, OneOfValues, Optional, Text } from '@qi/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsObject, ValidateNested } from 'class-validator';
import type { Draft, DraftRelation } from './draft';
import { degrees, extents, relationKinds, type Degree, type Extent, type RelationKind } from './relation';
import { confidences, type Confidence } from './standard';

export class TitleDto {
  @ApiPropertyOptional() @Optional() @Text(1000, 0) zh?: string;
  @ApiPropertyOptional() @Optional() @Text(1000, 0) en?: string;
}

export class RelationDto implements DraftRelation {
  @OneOfValues(relationKinds) kind: RelationKind;
  @Text(200) other: string;
  @ApiPropertyOptional({ enum: extents }) @Optional() @OneOfValues(extents) extent?: Extent;
  @ApiPropertyOptional({ type: [String] })
  @Optional()
  @IsArray()
  @ArrayMaxSize(100)
  @Text(50, 1, { each: true })
  clauses?: string[];
  @ApiPropertyOptional({ enum: degrees }) @Optional() @OneOfValues(degrees) degree?: Degree;
  @ApiPropertyOptional({ format: 'date' }) @Optional() @IsBusinessDate() since?: string;
}

/** Numbers may be written in any form that the platform reads; the year is always part of them. */
export class StandardRequest implements Draft {
  @ApiProperty({ example: 'GB/T 14747-2025' }) @Text(200) number: string;
  @ValidateNested() @Type(() => TitleDto) title: Partial<Words>;
  @ApiPropertyOptional({ type: [String], example: ['97.190'] })
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @Text(9, 1, { each: true })
  ics?: string[];
  @ApiPropertyOptional({ type: [String], example: ['Y57'] })
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @Text(3, 1, { each: true })
  ccs?: string[];
  @ApiPropertyOptional({ description: 'absent: as the prefix says' }) @Optional() @IsBoolean() mandatory?: boolean;
  @ApiPropertyOptional({ format: 'date' }) @Optional() @IsBusinessDate() issuedOn?: string;
  @ApiPropertyOptional({ format: 'date' }) @Optional() @IsBusinessDate() inForceFrom?: string;
  @ApiPropertyOptional({ format: 'date', description: 'last day in force' })
  @Optional()
  @IsBusinessDate()
  endsOn?: string;
  @ApiPropertyOptional({ description: 'withdrawn on a day that is not known' })
  @Optional()
  @IsBoolean()
  withdrawn?: boolean;
  @ApiPropertyOptional({ description: 'address of the register or announcement' })
  @Optional()
  @Text(1000)
  source?: string;
  @ApiPropertyOptional({ enum: confidences }) @Optional() @OneOfValues(confidences) confidence?: Confidence;
  @ApiPropertyOptional({ type: () => [RelationDto] })
  @Optional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RelationDto)
  relations?: RelationDto[];
}
