import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { IsBusinessDate, IsId, Text } from '@qi/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, Matches, ValidateNested } from 'class-validator';
import { RequestLineDto } from '../request-line/request-line.form';

export class ContactDto {
  @Text(60)
  name: string;

  @ApiProperty({ example: '0573-85000000' })
  @Matches(/^[+\d][\d -]{5,24}$/)
  phone: string;
}

export class CreateRequestDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'left out: the enterprise of the token; a clerk must name it' })
  @IsOptional()
  @IsId()
  enterpriseId?: string;

  @IsId()
  platformId: string;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @Text(200)
  title?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: '«I have a problem»: in place of lines, the window itemises it',
  })
  @IsOptional()
  @Text(4000)
  problem?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsBusinessDate()
  needBy?: string | null;

  @ApiPropertyOptional({ type: ContactDto, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => ContactDto)
  contact?: ContactDto | null;

  @ApiPropertyOptional({ type: [String] })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsId({ each: true })
  attachmentIds: string[] = [];

  @ApiPropertyOptional({ type: [RequestLineDto] })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => RequestLineDto)
  lines: RequestLineDto[] = [];
}

/** PUT: the whole draft. */
export class SaveRequestDto extends OmitType(CreateRequestDto, ['enterpriseId']) {}

/** PATCH: what is given replaces, `null` empties, what is left out stays. */
export class PatchRequestDto extends PartialType(
  OmitType(CreateRequestDto, ['enterpriseId', 'attachmentIds', 'lines']),
) {
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsId({ each: true })
  attachmentIds?: string[];

  @ApiPropertyOptional({ type: [RequestLineDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => RequestLineDto)
  lines?: RequestLineDto[];
}
