import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CLOCK, problems } from '@qi/kernel';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Roles } from '../auth/access';
import { IsInstant } from '../validation/checks';
import type { ServiceClock } from './service-clock';
import { TimerRunner } from './timer-runner';

const TEN_YEARS_MS = 10 * 365 * 86_400_000;

class ClockMoveDto {
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(TEN_YEARS_MS)
  advanceMs?: number;

  @IsOptional()
  @IsInstant()
  to?: string;

  @IsOptional()
  @IsBoolean()
  reset?: boolean;
}

const clockProblem = problems('clock', {
  'one-move': {
    kind: 'invalid',
    zh: '须且只能给出 advanceMs、to、reset 之一',
    en: 'give exactly one of advanceMs, to, reset',
  },
  'not-back': {
    kind: 'conflict',
    zh: '测试时钟只能向前：现在是 {now}',
    en: 'a test clock only goes forward: it is {now}',
  },
});

/** The test clock. This controller exists only with `QI_TEST_CLOCK=true`. */
@ApiExcludeController()
@Controller('development/clock')
export class ClockController {
  constructor(
    @Inject(CLOCK) private readonly clock: ServiceClock,
    private readonly timers: TimerRunner,
  ) {}

  /** Moves the service's clock; timers that come due by it run at once. `reset` returns to the machine's time. */
  @Post()
  @HttpCode(200)
  @Roles('operator')
  async move(@Body() { advanceMs, to, reset }: ClockMoveDto): Promise<{ now: string; offsetMs: number; due: number }> {
    if ([advanceMs, to, reset || undefined].filter((move) => move !== undefined).length !== 1)
      throw clockProblem['one-move']();
    if (reset) this.clock.reset();
    else if (advanceMs !== undefined) this.clock.advance(advanceMs);
    else this.moveTo(new Date(String(to)));
    const due = await this.timers.releaseDue();
    return { now: this.clock.now().toISOString(), offsetMs: this.clock.offset, due };
  }

  private moveTo(at: Date): void {
    const now = this.clock.now();
    if (at < now) throw clockProblem['not-back']({ now });
    this.clock.moveTo(at);
  }
}
