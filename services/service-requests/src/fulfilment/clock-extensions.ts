import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { byOf, Transactions, type Actor } from '@qi/platform';
import { CaseAccess } from '../case-access/case-access.service';
import { requestProblem } from '../service-request/service-request.problems';
import { ServiceRequests } from '../service-request/service-request.service';
import type { ClockView } from '../time-limit/clock-view';
import { Clocks } from '../time-limit/clocks.service';
import { limitProblem } from '../time-limit/time-limit.problems';

@Injectable()
export class ClockExtensions {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: ServiceRequests,
    private readonly access: CaseAccess,
    private readonly clocks: Clocks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  extend(requestId: string, clockId: string, more: { days: number; reason: string }, actor: Actor): Promise<ClockView> {
    return this.transactions.run(async (tx) => {
      const [request] = await this.requests.lockAll(tx, [requestId]);
      if (!request) throw requestProblem.unknown();
      this.access.assertWindow(actor, request, requestProblem.unknown());
      if ((await this.clocks.requestOf(clockId)) !== requestId) throw limitProblem.unknown();
      const { days, reason } = more;
      return this.clocks.extend(tx, clockId, { days, reason, by: byOf(actor), at: this.clock.now().toISOString() });
    });
  }
}
