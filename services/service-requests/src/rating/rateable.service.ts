import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import type { Actor } from '@qi/platform';
import { Enterprises } from '../enterprise/enterprise.service';
import { ServiceRequests } from '../service-request/service-request.service';
import { Deadlines } from './deadline.service';
import { assertFinished, assertInWindow, ratingProblem, type Rateable } from './rating';

/** What may be rated now, by whom. */
@Injectable()
export class Rateables {
  constructor(
    private readonly requests: ServiceRequests,
    private readonly enterprises: Enterprises,
    private readonly deadlines: Deadlines,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By the firm itself: someone of the window sees the request, but has no opinion on it. */
  async get(
    { requestId, taskId }: { requestId: string; taskId?: string },
    actor: Actor,
  ): Promise<{ request: Rateable; now: Date }> {
    const request = await this.requests.getForRating(requestId, actor);
    if (!(await this.enterprises.speaksFor(actor, request.enterpriseId))) throw ratingProblem['not-the-firm']();
    const now = this.clock.now();
    assertFinished(request, taskId);
    assertInWindow(await this.deadlines.of(request), now);
    return { request, now };
  }
}
