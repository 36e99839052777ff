import { ApiProperty } from '@nestjs/swagger';
import { judged, Text } from '@qi/platform';
import { IsInt, IsNumber, Max, Min } from 'class-validator';
import type { RoutingPolicy } from '../routing/policy';

const words = {
  zh: '须为“因素名 → 0–1000 的整数”，且至少一项大于 0',
  en: 'must map factor names to whole numbers 0–1000, at least one above 0',
};

export function areWeights(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const weights: unknown[] = Object.values(value);
  const whole = (weight: unknown) => Number.isInteger(weight) && Number(weight) >= 0 && Number(weight) <= 1000;
  return weights.length <= 50 && weights.every(whole) && weights.some((weight) => Number(weight) > 0);
}

const judge = (value: unknown) => (areWeights(value) ? undefined : words);

const judgeRatio = (value: unknown) =>
  typeof value === 'string' && /^\d{1,2}(\.\d{1,6})?$/.test(value) && Number(value) >= 1 && Number(value) <= 10
    ? undefined
    : { zh: '须为 1 至 10 的十进制数（文本）', en: 'must be a decimal number from 1 to 10 (as text)' };

/** The values of a policy that is to be tried out or put in use. */
export class ProposePolicy {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer', minimum: 0, maximum: 1000 } })
  @judged({ name: 'weights', judge })
  weights: Record<string, number>;

  @ApiProperty({ example: '3', description: '1 to 10' })
  @judged({ name: 'ratio', judge: judgeRatio })
  requiredRatio: string;
  @IsInt() @Min(1) @Max(52) backlogWeeks: number;
  @IsInt() @Min(0) @Max(365) leadDays: number;
  @IsNumber() @Min(0) @Max(1) neutral: number;
}

export class PutPolicy extends ProposePolicy {
  @Text(1000) reason: string;
}

export class PolicyResponse implements RoutingPolicy {
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } }) weights: Readonly<Record<string, number>>;
  @ApiProperty() requiredRatio: string;
  @ApiProperty({ type: 'integer' }) backlogWeeks: number;
  @ApiProperty({ type: 'integer' }) leadDays: number;
  @ApiProperty() neutral: number;
}
