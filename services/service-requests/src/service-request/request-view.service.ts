import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import type { DuplicateHint } from '../outlook/duplicate-hints.service';
import { Outlooks } from '../outlook/outlook.service';
import type { Task } from '../task/task';
import { Tasks } from '../task/task.service';
import { Clocks } from '../time-limit/clocks.service';
import type { LimitClock } from '../time-limit/clock';
import type { ServiceRequest } from './service-request';
import { toResponse, toSummary, type RequestResponse, type RequestSummary } from './service-request.view';

interface AtHand {
  readonly tasks: readonly Task[];
  readonly clocks: readonly LimitClock[];
  readonly hints: readonly DuplicateHint[];
}

/** Requests as people see them: with tasks, clocks and dates. */
@Injectable()
export class RequestViews {
  constructor(
    private readonly tasks: Tasks,
    private readonly clocks: Clocks,
    private readonly outlooks: Outlooks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(request: ServiceRequest): Promise<RequestResponse> {
    const { id } = request;
    const [tasks, clocks] = await Promise.all([this.tasks.listOf([id]), this.clocks.viewsOf([id], this.clock.now())]);
    return toResponse(request, { tasks, clocks, ...(await this.outlooks.of(request, tasks)) });
  }

  /** A request just submitted, from what is at hand: the hot path asks the database nothing more. */
  ofSubmitted(request: ServiceRequest, { tasks, clocks, hints }: AtHand): RequestResponse {
    const views = this.clocks.view(clocks, this.clock.now());
    return toResponse(request, {
      tasks,
      clocks: views,
      plan: this.outlooks.planOf(request, tasks),
      missing: [],
      hints,
    });
  }

  async summariesOf(requests: readonly ServiceRequest[]): Promise<RequestSummary[]> {
    const ids = requests.map(({ id }) => id);
    const [tasks, clocks] = await Promise.all([this.tasks.listOf(ids), this.clocks.viewsOf(ids, this.clock.now())]);
    return requests.map((request) =>
      toSummary(
        request,
        tasks.filter(({ requestId }) => requestId === request.id),
        clocks.filter(({ requestId }) => requestId === request.id),
      ),
    );
  }
}
