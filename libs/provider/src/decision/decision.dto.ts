import { ApiPropertyOptional } from '@nestjs/swagger';
import { elements, places, schemes } from '@qi/contracts';
import type { Element, Scheme } from '@qi/contracts';
import { IsAreaCode, IsBusinessDate, IsDecimalText, IsId, IsUscc, OneOfValues, Text } from '@qi/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsNumber,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

export class DecisionListQuery {
  @IsId() taskId: string;
}

export class TestDemandDto {
  @Text(200) parameter: string;
  @Text(100) methodStandard: string;
}

export class MeasurementDemandDto {
  @Text(200) instrument: string;
  @Text(200) measurand: string;
  @IsDecimalText() min: string;
  @IsDecimalText() max: string;
  @Text(30) unit: string;
  @IsOptional() @IsDecimalText() tolerance?: string;
  @IsInt() @Min(1) quantity: number = 1;
  @OneOfValues(['calibration', 'verification']) service: 'calibration' | 'verification' = 'calibration';
}

/** A demand to try out; lists that are left out are empty. */
export class DemandDto {
  @Text(200) object: string;
  @IsArray() @ArrayMaxSize(100) @ValidateNested({ each: true }) @Type(() => TestDemandDto) tests: TestDemandDto[] = [];
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => MeasurementDemandDto)
  measurements: MeasurementDemandDto[] = [];
  @IsArray() @ArrayMaxSize(50) @Text(100, 1, { each: true }) skills: string[] = [];
  @IsArray() @OneOfValues(schemes, { each: true }) schemes: Scheme[] = [];
  @OneOfValues(places) place: 'laboratory' | 'on-site' = 'laboratory';
  @IsBusinessDate() plannedDate: string;
  @Text(4000, 0) text: string = '';
}

export class ExplainDto {
  @OneOfValues(elements) element: Element;
  @ValidateNested() @Type(() => DemandDto) demand: DemandDto;
  @IsAreaCode() areaCode: string;
  @ApiPropertyOptional() @IsOptional() @IsNumber() @Min(-180) @Max(180) longitude?: number;
  @ApiPropertyOptional() @IsOptional() @IsNumber() @Min(-90) @Max(90) latitude?: number;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsId() enterpriseId?: string;
  @ApiPropertyOptional({ description: 'for conflicts of interest' }) @IsOptional() @IsUscc() enterpriseUscc?: string;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsBusinessDate() needBy?: string;
  @IsBoolean() subcontracting: boolean = false;
  @IsArray() @ArrayMaxSize(100) @IsId({ each: true }) excluded: string[] = [];
  @IsArray() @ArrayMaxSize(100) @IsId({ each: true }) preferred: string[] = [];
  @ApiPropertyOptional({ description: 'bound to these by the item; empty: anyone' })
  @IsArray()
  @ArrayMaxSize(100)
  @IsId({ each: true })
  eligibleProviders: string[] = [];
  @ApiPropertyOptional({ format: 'uuid', description: 'as if a clerk dispatched the task to this provider' })
  @IsOptional()
  @IsId()
  dispatchedTo?: string;
}
