import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { CurrentActor, IfMatch, IsDecimalText, judged, Roles, Text } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { IsInt, IsNumber, Max, Min } from 'class-validator';
import { overseers } from '../job/job-scope';
import type { RoutingPolicy } from '../routing/policy';
import { PolicyService } from './policy.service';

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

export class PutPolicy {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer', minimum: 0, maximum: 1000 } })
  @judged({ name: 'weights', judge })
  weights: Record<string, number>;

  @IsDecimalText() requiredRatio: string;
  @IsInt() @Min(1) @Max(52) backlogWeeks: number;
  @IsInt() @Min(0) @Max(365) leadDays: number;
  @IsNumber() @Min(0) @Max(1) neutral: number;
  @Text(1000) reason: string;
}

@ApiTags('routing')
@Controller('routing-policy')
export class PolicyController {
  constructor(private readonly policies: PolicyService) {}

  @Get()
  @Roles(...overseers, 'auditor')
  get(): Promise<RoutingPolicy> {
    return this.policies.get();
  }

  /** A new version, from now on; decisions made keep theirs. */
  @Put()
  @Roles('administrator')
  put(
    @Body() { reason, ...policy }: PutPolicy,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<RoutingPolicy> {
    return this.policies.put(policy, reason, version, actor);
  }
}
