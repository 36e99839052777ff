import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsAreaCode, IsBusinessDate, IsUscc, Optional, PageQuery, Text } from '@qi/platform';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsLatitude,
  IsLongitude,
} from 'class-validator';
import { IsNumber, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { Expert, ExpertProfile } from './expert';

export class AbsenceDto {
  @IsBusinessDate() from: string;
  @IsBusinessDate() to: string;
}

/** Lists replace the list that stood there. */
export class CreateExpertRequest {
  @Text(100) name: string;
  @IsAreaCode() areaCode: string;
  @ApiPropertyOptional({ description: 'WGS-84 degrees' }) @Optional() @IsNumber() @IsLongitude() longitude?: number;
  @ApiPropertyOptional({ description: 'WGS-84 degrees' }) @Optional() @IsNumber() @IsLatitude() latitude?: number;
  @Text(100, 1, { each: true }) @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @ArrayUnique() skills: string[];

  @ApiPropertyOptional({ type: [String], description: 'GB/T 4754 classes', example: ['2456'] })
  @Optional()
  @Matches(/^[A-T]?\d{0,4}$/, { each: true })
  @IsArray()
  @ArrayMaxSize(100)
  industries?: string[];

  @ApiPropertyOptional({ type: [String], description: 'none: everywhere' })
  @Optional()
  @IsAreaCode({ each: true })
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  areas?: string[];

  @ApiPropertyOptional({ type: [Number], description: 'ISO weekdays, 1 Monday to 7', default: [1, 2, 3, 4, 5] })
  @Optional()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  weekdays?: number[];

  @ApiPropertyOptional({ type: [AbsenceDto] })
  @Optional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => AbsenceDto)
  absences?: AbsenceDto[];

  @ApiPropertyOptional({ type: [String], description: 'credit codes of firms' })
  @Optional()
  @IsUscc({ each: true })
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  conflicts?: string[];

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100 }) @IsInt() @Min(0) @Max(100) capacityPerWeek: number;
}

export class ExpertChanges extends PartialType(CreateExpertRequest, { skipNullProperties: false }) {}

export class ExpertReasonRequest {
  @Text(500) reason: string;
}

export class ExpertQuery extends PageQuery {
  @ApiPropertyOptional() @Optional() @Text(100) skill?: string;
  @ApiPropertyOptional() @Optional() @Text(100) name?: string;

  @ApiPropertyOptional({ type: Boolean })
  @Optional()
  @Transform(({ value }) => ({ true: true, false: false })[String(value)] ?? (value as unknown))
  @IsBoolean()
  active?: boolean;
}

export class ExpertResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() areaCode: string;
  @ApiProperty({ type: Number, nullable: true }) longitude: number | null;
  @ApiProperty({ type: Number, nullable: true }) latitude: number | null;
  @ApiProperty({ type: [String] }) skills: string[];
  @ApiProperty({ type: [String] }) industries: string[];
  @ApiProperty({ type: [String] }) areas: string[];
  @ApiProperty({ type: [Number] }) weekdays: number[];
  @ApiProperty({ type: [AbsenceDto] }) absences: AbsenceDto[];
  @ApiProperty({ type: [String] }) conflicts: string[];
  @ApiProperty() capacityPerWeek: number;
  @ApiProperty() active: boolean;
  @ApiProperty({ type: String, nullable: true }) pauseReason: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty() version: number;
}

export class ExpertPage {
  @ApiProperty({ type: [ExpertResponse] }) items: ExpertResponse[];
  @ApiPropertyOptional() next?: string;
}

export function toProfile(body: CreateExpertRequest): ExpertProfile {
  const { name, areaCode, longitude = null, latitude = null, skills, capacityPerWeek } = body;
  const { industries = [], areas = [], weekdays = [1, 2, 3, 4, 5], absences = [], conflicts = [] } = body;
  return {
    ...{ name, areaCode, longitude, latitude, skills, capacityPerWeek },
    ...{ industries, areas, weekdays, absences, conflicts },
  };
}

export function toResponse(expert: Expert): ExpertResponse {
  const { id, name, areaCode, longitude, latitude, skills, industries, areas, weekdays, absences } = expert;
  const { conflicts, capacityPerWeek, active, pauseReason, createdAt, updatedAt, version } = expert;
  return {
    ...{ id, name, areaCode, longitude, latitude, skills, industries, areas, weekdays, absences },
    ...{ conflicts, capacityPerWeek, active, pauseReason, version },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
