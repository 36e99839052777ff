import { Injectable } from '@nestjs/common';
import { Transactions, type Actor } from '@qi/platform';
import { ServiceRequests } from '../service-request/service-request.service';
import type { ClockView } from '../time-limit/clock-view';
import { Clocks } from '../time-limit/clocks.service';

@Injectable()
export class ClockExtensions {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: ServiceRequests,
    private readonly clocks: Clocks,
  ) {}

  extend(
    clock: { readonly id: string; readonly requestId: string },
    { days, reason }: { readonly days: number; readonly reason: string },
    actor: Actor,
  ): Promise<ClockView> {
    return this.transactions.run(async (tx) => {
      await this.requests.lockForWindow(tx, clock.requestId, actor);
      const { by, at } = this.requests.actOf(actor);
      return this.clocks.extend(tx, clock, { days, reason, by, at: at.toISOString() });
    });
  }
}
