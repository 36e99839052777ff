import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { CurrentCalendar, type Fault } from '@qi/platform';
import { LineReader } from '../request-line/line-reader.service';
import type { ServiceRequest } from '../service-request/service-request';
import type { Plan } from '../task/critical-path';
import type { Task } from '../task/task';
import { DuplicateHints, type DuplicateHint } from './duplicate-hints.service';
import { planOf } from './plan-of';

/** What is ahead of a request: its dates, and while it is written what still hinders submission. */
export interface Outlook {
  readonly plan: Plan;
  readonly missing: readonly Fault[];
  readonly hints: readonly DuplicateHint[];
}

@Injectable()
export class Outlooks {
  constructor(
    private readonly lines: LineReader,
    private readonly hints: DuplicateHints,
    private readonly calendar: CurrentCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Everything, for someone who writes or looks at the request. */
  async of(request: ServiceRequest, tasks: readonly Task[]): Promise<Outlook> {
    const plan = this.planOf(request, tasks);
    if (request.acceptedAt) return { plan, missing: [], hints: [] };
    const [catalogue, hints] = await Promise.all([
      this.lines.catalogueOf(request.lines),
      this.hints.of([request], this.clock.now()),
    ]);
    return { plan, missing: this.lines.hindrances(request, catalogue), hints: hints.get(request.id) ?? [] };
  }

  /** Without a question to the database. */
  planOf(request: ServiceRequest, tasks: readonly Task[]): Plan {
    return planOf(request, tasks, this.clock.now(), this.calendar);
  }
}
