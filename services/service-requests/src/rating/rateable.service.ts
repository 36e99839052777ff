import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, toBusinessDate, type Clock } from '@qi/kernel';
import { CurrentCalendar, type Actor } from '@qi/platform';
import { Enterprises } from '../enterprise/enterprise.service';
import { ServiceRequests } from '../service-request/service-request.service';
import { assertInWindow, finishedAt, RATING_WINDOW_DAYS, ratingProblem, type Rateable } from './rating';

/** What may be rated now, by whom. */
@Injectable()
export class Rateables {
  constructor(
    private readonly requests: ServiceRequests,
    private readonly enterprises: Enterprises,
    private readonly calendar: CurrentCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By the firm itself: someone of the window sees the request, but has no opinion on it. */
  async get(about: { requestId: string; taskId?: string }, actor: Actor): Promise<{ request: Rateable; now: Date }> {
    const request = await this.requests.getForRating(about.requestId, actor);
    if (!(await this.enterprises.speaksFor(actor, request.enterpriseId))) throw ratingProblem['not-the-firm']();
    const now = this.clock.now();
    const until = this.calendar.addWorkingDays(finishedAt(request, about.taskId), RATING_WINDOW_DAYS).at;
    assertInWindow(toBusinessDate(until), toBusinessDate(now));
    return { request, now };
  }
}
