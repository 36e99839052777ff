import { places, schemes, secrecies, urgencies, type Demand, type Scheme } from '@qi/contracts';
import { parseStandardNumber } from '@qi/kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBusinessDate, IsDecimalText, IsId, judged, OneOfValues, Text } from '@qi/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Secrecy, Urgency } from './request-line';

/** A standard as people write it: any dash, full-width or not; it is kept in its canonical form. */
export function IsStandardNumber(): PropertyDecorator {
  return judged({
    name: 'isStandardNumber',
    judge: (value) =>
      typeof value === 'string' && parseStandardNumber(value)
        ? undefined
        : { zh: '无法识别的标准号', en: 'is not a standard number that can be read' },
  });
}

export class TestDemandDto {
  @Text(300)
  parameter: string;

  @ApiProperty({ example: 'GB/T 14747-2025' })
  @IsStandardNumber()
  methodStandard: string;
}

export class MeasurementDemandDto {
  @Text(300)
  instrument: string;

  @Text(200)
  measurand: string;

  @IsDecimalText()
  min: string;

  @IsDecimalText()
  max: string;

  @Text(40)
  unit: string;

  @ApiPropertyOptional({ example: '0.02', description: 'maximum permissible error in `unit`' })
  @IsOptional()
  @IsDecimalText()
  tolerance?: string;

  @ApiPropertyOptional({ minimum: 1, default: 1 })
  @IsInt()
  @Min(1)
  @Max(10_000)
  quantity: number = 1;

  @OneOfValues(['calibration', 'verification'])
  service: 'calibration' | 'verification';
}

export class DemandDto {
  @Text(500)
  object: string;

  @ApiPropertyOptional({ type: [TestDemandDto] })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => TestDemandDto)
  tests: TestDemandDto[] = [];

  @ApiPropertyOptional({ type: [MeasurementDemandDto] })
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => MeasurementDemandDto)
  measurements: MeasurementDemandDto[] = [];

  @ApiPropertyOptional({ type: [String] })
  @IsArray()
  @ArrayMaxSize(50)
  @Text(100, 1, { each: true })
  skills: string[] = [];

  @ApiPropertyOptional({ enum: schemes, isArray: true })
  @IsArray()
  @ArrayUnique()
  @OneOfValues(schemes, { each: true })
  schemes: Scheme[] = [];

  @ApiPropertyOptional({ minimum: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  quantity?: number;

  @ApiPropertyOptional({ enum: places, default: 'laboratory' })
  @OneOfValues(places)
  place: Demand['place'] = 'laboratory';

  @ApiPropertyOptional({ format: 'date', description: 'day of the work; left out, it follows from the plan' })
  @IsOptional()
  @IsBusinessDate()
  plannedDate?: string;

  @ApiPropertyOptional({ maxLength: 4000 })
  @Text(4000, 0)
  text: string = '';
}

export class ConsentsDto {
  @ApiPropertyOptional({ default: false })
  @IsBoolean()
  subcontracting: boolean = false;

  @ApiPropertyOptional({ default: false })
  @IsBoolean()
  disclosure: boolean = false;
}

export class LineDocumentDto {
  @ApiProperty({ example: 'product-photos', description: 'code of a document that the item asks for' })
  @Text(60)
  code: string;

  @IsId()
  attachmentId: string;
}

export class RequestLineDto {
  @ApiProperty({ example: 'tricycle', description: 'own name of the line; dependencies refer to it' })
  @Matches(/^[\w-]{1,40}$/)
  key: string;

  @Text(60)
  itemCode: string;

  @ApiPropertyOptional({ description: 'left out: the version published now' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  itemVersion?: number;

  @ApiPropertyOptional({ type: Object, description: 'by the fields of the item; complete at submission' })
  @IsObject()
  answers: Record<string, unknown> = {};

  @ApiPropertyOptional({
    type: [LineDocumentDto],
    description:
      'papers that the item asks for, several a code if need be; those it requires are complete at submission',
  })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique((document: LineDocumentDto | undefined) => `${document?.code} ${document?.attachmentId}`)
  @ValidateNested({ each: true })
  @Type(() => LineDocumentDto)
  documents: LineDocumentDto[] = [];

  @ApiProperty({ type: DemandDto })
  @IsObject()
  @ValidateNested()
  @Type(() => DemandDto)
  demand: DemandDto;

  @ApiPropertyOptional({ type: [String], description: 'keys of lines that must be delivered first' })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Text(40, 1, { each: true })
  dependsOn: string[] = [];

  @ApiPropertyOptional({ format: 'date', description: 'left out: that of the request' })
  @IsOptional()
  @IsBusinessDate()
  needBy?: string;

  @ApiPropertyOptional({ enum: urgencies, default: 'normal' })
  @OneOfValues(urgencies)
  urgency: Urgency = 'normal';

  @ApiPropertyOptional({ enum: secrecies, default: 'normal' })
  @OneOfValues(secrecies)
  secrecy: Secrecy = 'normal';

  @ApiPropertyOptional({ type: ConsentsDto })
  @ValidateNested()
  @Type(() => ConsentsDto)
  consents: ConsentsDto = new ConsentsDto();

  @ApiPropertyOptional({ type: [String], description: 'providers not to be asked' })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsId({ each: true })
  excluded: string[] = [];

  @ApiPropertyOptional({ type: [String], description: 'providers to be preferred' })
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsId({ each: true })
  preferred: string[] = [];
}
