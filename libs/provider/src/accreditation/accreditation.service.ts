import { Inject, Injectable } from '@nestjs/common';
import type { ScopeLineStatus } from '@qi/contracts';
import { CLOCK, newId, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { Timers } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import type { Loss } from './loss';

export const CHECK_JOBS = 'accreditation-check-jobs';
export const RESUME_JOBS = 'accreditation-resume-jobs';

export type NewLoss = Pick<Loss, 'providerId' | 'kind' | 'cause'> & { readonly affectedFrom?: string };

/** A certificate takes hundreds of lines with it: one loss is written for all of them. */
const INSERT = `
  insert into accreditation_loss (id, provider_id, kind, cause, affected_from, reported_at)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (provider_id, kind, affected_from, (cause ->> 'zh')) where checked_at is null do nothing`;

/**
 * Where the register of a provider service says that approval was lost or came back, in the transaction of that change.
 * What follows for jobs and reports is worked out by timers, job by job, so that the change itself stays quick.
 */
@Injectable()
export class Accreditations {
  constructor(
    private readonly timers: Timers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Without `affectedFrom` reports are in doubt from today on. */
  async lost(tx: EntityManager, { providerId, kind, cause, affectedFrom }: NewLoss): Promise<void> {
    const at = this.clock.now();
    const from = affectedFrom ?? toBusinessDate(at);
    await tx.query(INSERT, [newId(), providerId, kind, JSON.stringify(cause), from, at]);
    await this.look(tx, CHECK_JOBS, providerId);
  }

  /** A certificate, line or capability went to another status: a loss, or something to go on with. */
  async moved(tx: EntityManager, status: ScopeLineStatus, loss: Omit<NewLoss, 'kind'>): Promise<void> {
    if (status === 'active') await this.restored(tx, loss.providerId);
    else if (status !== 'proposed') await this.lost(tx, { ...loss, kind: status });
  }

  /** Something was approved again: paused jobs may go on if it mends what paused them. */
  restored(tx: EntityManager, providerId: string): Promise<void> {
    return this.look(tx, RESUME_JOBS, providerId);
  }

  private look(tx: EntityManager, task: string, providerId: string): Promise<void> {
    return this.timers.schedule(tx, {
      key: `${task}:${providerId}`,
      task,
      payload: { providerId },
      at: this.clock.now(),
    });
  }
}
