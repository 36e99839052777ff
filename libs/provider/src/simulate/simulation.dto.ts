import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBusinessDate } from '@qi/platform';
import { IsInt, Max, Min } from 'class-validator';
import { PolicyResponse, ProposePolicy } from '../policy/policy.dto';
import type { RoutingPolicy } from '../routing/policy';
import type { Delay, Moved, Rerun } from './rerun';
import { simulationStatuses } from './simulation.row';
import type { SimulationRow, SimulationStatus } from './simulation.row';

export class PreviewPolicy extends ProposePolicy {
  @ApiPropertyOptional({ description: 'how many of the latest decisions to look at' })
  @IsInt()
  @Min(1)
  @Max(500)
  decisions: number = 200;
}

export class SimulatePolicy extends ProposePolicy {
  @IsBusinessDate() from: string;
  @IsBusinessDate() to: string;
}

export class SimulatedDelay {
  @ApiProperty({ type: 'integer', description: 'decisions that gave the task to somebody' }) given: number;
  @ApiProperty({ type: 'integer', description: 'of these, promised for a day after the one needed by' }) late: number;
  @ApiProperty({ description: 'calendar days late, mean over all given' }) meanDays: number;
}

export class SimulatedDelays {
  @ApiProperty({ type: SimulatedDelay }) before: SimulatedDelay;
  @ApiProperty({ type: SimulatedDelay }) after: SimulatedDelay;
}

export class SimulatedProvider {
  @ApiProperty({ format: 'uuid' }) providerId: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: 'integer', description: 'jobs that it got' }) before: number;
  @ApiProperty({ type: 'integer', description: 'jobs that it would have got' }) after: number;
}

export class MovedTask implements Moved {
  @ApiProperty({ format: 'uuid' }) decisionId: string;
  @ApiProperty({ format: 'uuid' }) taskId: string;
  @ApiProperty({ format: 'date' }) asOf: string;
  @ApiProperty({ type: String, nullable: true, description: 'null: nobody' }) from: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'null: nobody' }) to: string | null;
}

export class RerunResponse {
  @ApiProperty({ type: 'integer' }) decisions: number;
  @ApiProperty({ type: 'integer', description: 'judged again among the best ten and the nearest misses only' })
  partial: number;
  @ApiProperty({ type: 'integer', description: 'decisions with another outcome' }) moved: number;
  @ApiProperty({ type: SimulatedDelays }) delay: SimulatedDelays;
  @ApiProperty({ type: [SimulatedProvider], description: 'largest change first' }) providers: SimulatedProvider[];
  @ApiProperty({ type: [MovedTask], description: 'the first fifty' }) examples: readonly Moved[];
}

export class SimulationResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: simulationStatuses }) status: SimulationStatus;
  @ApiProperty({ type: PolicyResponse }) policy: RoutingPolicy;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty({ type: 'integer', description: 'decisions in the period when it was asked for' }) total: number;
  @ApiProperty({ type: 'integer' }) done: number;
  @ApiProperty({ format: 'date-time' }) requestedAt: string;
  @ApiPropertyOptional({ format: 'date-time' }) finishedAt?: string;
  @ApiProperty({ type: RerunResponse, description: 'so far' }) result: RerunResponse;
}

export function toRerunResponse({ decisions, partial, moved, delay, providers, examples }: Rerun): RerunResponse {
  const changes = Object.entries(providers).map(([providerId, jobs]) => ({ providerId, ...jobs }));
  const change = ({ before, after }: SimulatedProvider) => Math.abs(after - before);
  return {
    ...{ decisions, partial, moved, examples },
    delay: { before: toDelay(delay.before), after: toDelay(delay.after) },
    providers: changes.sort((a, b) => change(b) - change(a) || (a.providerId < b.providerId ? -1 : 1)),
  };
}

function toDelay({ given, late, days }: Delay): SimulatedDelay {
  return { given, late, meanDays: given === 0 ? 0 : Math.round((days / given) * 100) / 100 };
}

export function toSimulationResponse(row: SimulationRow): SimulationResponse {
  const { id, status, policy, fromDate, toDate, total, state, requestedAt, finishedAt } = row;
  return {
    ...{ id, status, policy, from: fromDate, to: toDate, total, done: state.decisions },
    requestedAt: requestedAt.toISOString(),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
    result: toRerunResponse(state),
  };
}
