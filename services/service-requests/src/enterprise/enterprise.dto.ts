import { enterpriseStatuses, type By, type EnterpriseStatus } from '@qi/contracts';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsAreaCode, IsUscc, OneOfValues, PageQuery, Text } from '@qi/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsEmail,
  IsNumber,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { EnterpriseProfile } from './enterprise';
import type { EnterpriseRow } from './enterprise.row';

export class EnterpriseContactDto {
  @Text(60)
  name: string;

  @ApiProperty({ example: '0573-85000000' })
  @Matches(/^[+\d][\d -]{5,24}$/)
  phone: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsEmail()
  email?: string;

  @ApiPropertyOptional({ description: 'what the person does' })
  @IsOptional()
  @Text(60)
  post?: string;
}

/** WGS-84 degrees. */
export class EnterpriseLocationDto {
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

export class RegisterEnterpriseDto {
  @IsUscc()
  uscc: string;

  @Text(200)
  name: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Text(300)
  nameEn?: string;

  @IsAreaCode()
  areaCode: string;

  @ApiProperty({ example: '2456', description: 'GB/T 4754' })
  @Matches(/^\d{2,4}$/)
  industryCode: string;

  @Text(100)
  legalRepresentative: string;

  @ApiProperty({ type: [EnterpriseContactDto] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => EnterpriseContactDto)
  contacts: EnterpriseContactDto[];

  @Text(300)
  address: string;

  @ApiPropertyOptional({ type: EnterpriseLocationDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => EnterpriseLocationDto)
  location?: EnterpriseLocationDto;
}

/** The credit code is the firm: it never changes. */
export class ReviseEnterpriseDto extends OmitType(RegisterEnterpriseDto, ['uscc']) {}

export class SuspendEnterpriseDto {
  @Text(500)
  reason: string;
}

export class EnterpriseQuery extends PageQuery {
  @ApiPropertyOptional({ enum: enterpriseStatuses })
  @IsOptional()
  @OneOfValues(enterpriseStatuses)
  status?: EnterpriseStatus;

  @ApiPropertyOptional({ description: 'the area or everything in it' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ description: 'part of the name, or the beginning of the credit code' })
  @IsOptional()
  @Text(100)
  q?: string;
}

export class EnterpriseResponse extends RegisterEnterpriseDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: enterpriseStatuses })
  status: EnterpriseStatus;

  @ApiPropertyOptional()
  verifiedAt?: Date;

  @ApiPropertyOptional({ type: Object, description: 'who compared the licence' })
  verifiedBy?: By;

  @ApiPropertyOptional()
  suspendedReason?: string;

  @ApiProperty({ description: 'row version, the ETag' })
  version: number;

  @ApiProperty()
  createdAt: Date;

  @ApiProperty()
  updatedAt: Date;
}

export class EnterprisePage {
  @ApiProperty({ type: [EnterpriseResponse] })
  items: EnterpriseResponse[];

  @ApiPropertyOptional({ description: 'cursor of the next page' })
  next?: string;
}

export function profileOf(dto: ReviseEnterpriseDto): EnterpriseProfile {
  const { name, nameEn, areaCode, industryCode, legalRepresentative, contacts, address, location } = dto;
  return {
    ...{ areaCode, industryCode },
    name: name.trim(),
    nameEn: nameEn ?? null,
    legalRepresentative: legalRepresentative.trim(),
    contacts: contacts.map(({ name: person, phone, email, post }) => ({
      ...{ name: person, phone },
      ...(email === undefined ? {} : { email }),
      ...(post === undefined ? {} : { post }),
    })),
    address,
    longitude: location?.longitude ?? null,
    latitude: location?.latitude ?? null,
  };
}

export function toResponse(row: EnterpriseRow): EnterpriseResponse {
  const { id, uscc, name, nameEn, areaCode, industryCode, legalRepresentative, contacts, address } = row;
  const { longitude, latitude, status, verifiedAt, verifiedBy, suspendedReason, version, createdAt, updatedAt } = row;
  return {
    ...{ id, uscc, name, areaCode, industryCode, legalRepresentative, contacts, address, status },
    ...(nameEn === null ? {} : { nameEn }),
    ...(longitude === null || latitude === null ? {} : { location: { longitude, latitude } }),
    ...(verifiedAt === null ? {} : { verifiedAt }),
    ...(verifiedBy === null ? {} : { verifiedBy }),
    ...(suspendedReason === null ? {} : { suspendedReason }),
    ...{ version, createdAt, updatedAt },
  };
}
