import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { byOf, Transactions, type Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { CaseAccess } from '../case-access/case-access.service';
import { theSystem } from '../life-line/life-line';
import type { Act, ServiceRequest } from '../service-request/service-request';
import { requestProblem } from '../service-request/service-request.problems';
import type { CaseFile } from './case-file';
import { Cases } from './cases.service';

/** Who may give a command: the firm (or a clerk for it at the counter), the window, or either of them. */
export type Side = 'firm' | 'window' | 'either';

export interface Asker {
  readonly actor: Actor;
  readonly side: Side;
}

export type CaseWork = (file: CaseFile, act: Act, tx: EntityManager) => void | Promise<void>;

/** One command on one request: lock, ask who may, decide, write. */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: Cases,
    private readonly access: CaseAccess,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  command(requestId: string, { actor, side }: Asker, work: CaseWork): Promise<CaseFile> {
    return this.work(requestId, { by: byOf(actor), at: this.clock.now() }, async (file, act, tx) => {
      await this.assertMay({ actor, side }, file.request, tx);
      await work(file, act, tx);
    });
  }

  /** What the platform does by itself. */
  bySystem(requestId: string, work: CaseWork): Promise<CaseFile> {
    return this.work(requestId, { by: theSystem, at: this.clock.now() }, work);
  }

  private work(requestId: string, act: Act, work: CaseWork): Promise<CaseFile> {
    return this.transactions.run(async (tx) => {
      const file = (await this.cases.lock(tx, [requestId])).get(requestId);
      if (!file) throw requestProblem.unknown();
      await work(file, act, tx);
      await this.cases.save(tx, [file], act.at);
      return file;
    });
  }

  private async assertMay({ actor, side }: Asker, request: ServiceRequest, tx: EntityManager): Promise<void> {
    const hidden = requestProblem.unknown;
    if (side === 'firm') await this.access.assertFirm(actor, request, hidden, tx);
    else if (side === 'either') await this.access.assertEither(actor, request, hidden, tx);
    else this.access.assertWindow(actor, request, hidden);
  }
}
