import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { IsBusinessDate, Text } from '../validation/checks';

export class CalendarDayDto {
  @IsBusinessDate()
  date: string;

  @ApiProperty({ description: 'a day off or a day worked, whatever the day of the week' })
  @IsBoolean()
  working: boolean;

  @IsOptional()
  @Text(40)
  name?: string;
}

export class CalendarYearDto {
  @ApiProperty({ type: [CalendarDayDto] })
  @IsArray()
  @ArrayMaxSize(366)
  @ValidateNested({ each: true })
  @Type(() => CalendarDayDto)
  days: CalendarDayDto[];
}

export class YearParam {
  @ApiProperty({ type: 'integer', minimum: 2000, maximum: 2200 })
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2200)
  year: number;
}

export class CalendarYearResponse extends CalendarYearDto {
  @ApiProperty({ type: 'integer' })
  year: number;

  @ApiProperty({ type: 'integer', description: '0: no administrator has filled this year in' })
  version: number;

  @ApiProperty({ description: 'neither published nor filled in: Monday to Friday is assumed' })
  provisional: boolean;
}
