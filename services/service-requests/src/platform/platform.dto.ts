import { platformStatuses, type PlatformStatus } from '@qi/contracts';
import { parseAreaCode } from '@qi/kernel';
import { IsAreaCode, IsId, OneOfValues, PageQuery, Text } from '@qi/platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsDefined,
  IsNumber,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { PlatformProfile } from './platform';
import type { PlatformRow } from './platform.row';

const INDUSTRY = /^\d{2,4}$/;

export class PlatformNameDto {
  @Text(100)
  zh: string;

  @Text(200)
  en: string;
}

/** WGS-84 degrees. */
export class PlatformLocationDto {
  @ApiProperty({ example: 121.02 })
  @IsNumber()
  @Min(-180)
  @Max(180)
  longitude: number;

  @ApiProperty({ example: 30.7 })
  @IsNumber()
  @Min(-90)
  @Max(90)
  latitude: number;
}

export class PlatformDto {
  @ApiProperty({ type: PlatformNameDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => PlatformNameDto)
  name: PlatformNameDto;

  @ApiProperty({ type: [String], example: ['2456'], description: 'GB/T 4754: divisions, groups or classes' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @Matches(INDUSTRY, { each: true })
  industryCodes: string[];

  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @IsAreaCode({ each: true })
  areaCodes: string[];

  @ApiPropertyOptional()
  @IsOptional()
  @Text(200)
  address?: string;

  @ApiPropertyOptional({ type: PlatformLocationDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => PlatformLocationDto)
  location?: PlatformLocationDto;

  @ApiPropertyOptional({ example: '周一至周五 8:30–17:00' })
  @IsOptional()
  @Text(200)
  openingHours?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Text(40)
  phone?: string;
}

export class MergePlatformDto {
  /** The platform that takes over. */
  @IsId()
  targetId: string;
}

export class PlatformQuery extends PageQuery {
  @ApiPropertyOptional({ enum: platformStatuses, default: 'open' })
  @IsOptional()
  @OneOfValues(platformStatuses)
  status: PlatformStatus = 'open';

  @ApiPropertyOptional({ example: '330482', description: 'platforms that serve this area or lie in it' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ example: '2456', description: 'platforms that serve this industry' })
  @IsOptional()
  @Matches(INDUSTRY)
  industryCode?: string;

  @ApiPropertyOptional({ description: 'part of the name' })
  @IsOptional()
  @Text(100)
  q?: string;
}

export class PlatformResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: PlatformNameDto })
  name: PlatformNameDto;

  @ApiProperty({ enum: platformStatuses })
  status: PlatformStatus;

  @ApiProperty({ type: [String] })
  industryCodes: string[];

  @ApiProperty({ type: [String] })
  areaCodes: string[];

  @ApiProperty({ type: String, nullable: true })
  address: string | null;

  @ApiProperty({ type: PlatformLocationDto, nullable: true })
  location: PlatformLocationDto | null;

  @ApiProperty({ type: String, nullable: true })
  openingHours: string | null;

  @ApiProperty({ type: String, nullable: true })
  phone: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  mergedIntoId: string | null;

  @ApiProperty({ description: 'row version, the ETag' })
  version: number;

  @ApiProperty()
  updatedAt: Date;
}

export class PlatformPage {
  @ApiProperty({ type: [PlatformResponse] })
  items: PlatformResponse[];

  @ApiPropertyOptional({ description: 'cursor of the next page' })
  next?: string;
}

export function profileOf(dto: PlatformDto): PlatformProfile {
  const { name, industryCodes, areaCodes, address, location, openingHours, phone } = dto;
  return {
    name: { zh: name.zh.trim(), en: name.en.trim() },
    industryCodes,
    areaCodes: areaCodes.map(parseAreaCode),
    address: address ?? null,
    longitude: location?.longitude ?? null,
    latitude: location?.latitude ?? null,
    openingHours: openingHours ?? null,
    phone: phone ?? null,
  };
}

export function toResponse(row: PlatformRow): PlatformResponse {
  const { id, name, status, industryCodes, areaCodes, address, longitude, latitude } = row;
  const { openingHours, phone, mergedIntoId, version, updatedAt } = row;
  const location = longitude === null || latitude === null ? null : { longitude, latitude };
  return {
    ...{ id, name, status, industryCodes, areaCodes, address, location },
    ...{ openingHours, phone, mergedIntoId, version, updatedAt },
  };
}
