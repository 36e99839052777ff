import { Injectable } from '@nestjs/common';
import { Transactions, type Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { LineReader } from '../request-line/line-reader.service';
import type { RequestLineDto } from '../request-line/request-line.form';
import { Consequences } from '../time-limit/consequences.service';
import {
  itemise,
  refuse,
  returnForCorrection,
  type Act,
  type RequestChange,
  type ServiceRequest,
  type WindowAnswer,
} from './service-request';
import { ServiceRequests } from './service-request.service';

/** What the window decides about a request before it has tasks. */
@Injectable()
export class WindowDecisions {
  constructor(
    private readonly transactions: Transactions,
    private readonly requests: ServiceRequests,
    private readonly lines: LineReader,
    private readonly consequences: Consequences,
  ) {}

  returnForCorrection(
    id: string,
    asked: Pick<WindowAnswer, 'reasonCode' | 'note' | 'fields'>,
    actor: Actor,
  ): Promise<ServiceRequest> {
    return this.decide(id, actor, (request, act) => returnForCorrection(request, asked, act));
  }

  refuse(id: string, asked: Pick<WindowAnswer, 'reasonCode' | 'note'>, actor: Actor): Promise<ServiceRequest> {
    return this.decide(id, actor, (request, act) => refuse(request, asked, act));
  }

  itemise(id: string, sent: readonly RequestLineDto[], actor: Actor): Promise<ServiceRequest> {
    return this.decide(id, actor, async (request, act, tx) =>
      itemise(request, await this.lines.read(sent, request, tx), act),
    );
  }

  private decide(
    id: string,
    actor: Actor,
    rule: (request: ServiceRequest, act: Act, tx: EntityManager) => RequestChange | Promise<RequestChange>,
  ): Promise<ServiceRequest> {
    return this.transactions.run(async (tx) => {
      const request = await this.requests.lockForWindow(tx, id, actor);
      const change = await rule(request, this.requests.actOf(actor), tx);
      const changed = await this.requests.change(tx, request, change.next);
      await this.consequences.write(tx, [change]);
      return changed;
    });
  }
}
