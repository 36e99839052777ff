import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Words } from '@qi/kernel';
import { IsBusinessDate, PageQuery, Text } from '@qi/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, ValidateNested } from 'class-validator';
import { factOf } from './standard.row';
import type { StandardRow } from './standard.row';
import type { StandardFact } from '../routing/standard-fact';

export class StandardListQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'GB/T 14747-2025' }) @IsOptional() @Text(100) number?: string;
  @ApiPropertyOptional({ example: 'GB/T 14747' }) @IsOptional() @Text(100) family?: string;
}

export class TitleDto implements Words {
  @Text(500) zh: string;
  @Text(500) en: string;
}

/** Numbers hold slashes, so the number is in the body and not in the path. */
export class PutStandard {
  @Text(100) number: string;
  @ValidateNested() @Type(() => TitleDto) title: TitleDto;
  @IsBoolean() mandatory: boolean;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsBusinessDate() inForceFrom?: string;
  @ApiPropertyOptional({ format: 'date', description: 'last day in force' })
  @IsOptional()
  @IsBusinessDate()
  endsOn?: string;
  @IsArray() @ArrayMaxSize(50) @Text(100, 1, { each: true }) successors: string[] = [];
}

export class StandardResponse implements StandardFact {
  @ApiProperty({ example: 'GB/T 14747-2025' }) number: string;
  @ApiProperty({ example: 'GB/T 14747' }) family: string;
  @ApiProperty({ type: TitleDto }) title: Words;
  @ApiProperty() mandatory: boolean;
  @ApiPropertyOptional({ format: 'date' }) inForceFrom?: string;
  @ApiPropertyOptional({ format: 'date' }) endsOn?: string;
  @ApiProperty({ type: [String] }) successors: readonly string[];
  @ApiProperty({ type: Date }) statedAt: Date;
  @ApiProperty() statedBy: string;
  @ApiProperty({ type: 'integer' }) version: number;
}

export class StandardPage {
  @ApiProperty({ type: [StandardResponse] }) items: StandardResponse[];
  @ApiPropertyOptional({ description: 'cursor of the next page' }) next?: string;
}

export function toStandardResponse(row: StandardRow): StandardResponse {
  const { statedAt, statedBy, version } = row;
  return { ...factOf(row), statedAt, statedBy, version };
}
