import { Injectable } from '@nestjs/common';
import { Timers } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { Clocks } from '../time-limit/clocks.service';
import type { CaseFile } from './case-file';

/** Task of the timer that closes a request when the window for rating it has passed. */
export const CLOSE_UNRATED = 'close-unrated-request';

@Injectable()
export class RatingWindows {
  constructor(
    private readonly clocks: Clocks,
    private readonly timers: Timers,
  ) {}

  /** A timer for each request that was just completed. */
  async set(tx: EntityManager, files: readonly Pick<CaseFile, 'request' | 'requestChanges'>[]): Promise<void> {
    for (const { request, requestChanges } of files) {
      if (requestChanges.has('completedAt') && request.status === 'completed') await this.setFor(tx, request.id);
    }
  }

  /** Whether the window has passed; the timer is set to its end when not, as the calendar or an extension may move it. */
  async hasPassed(tx: EntityManager, requestId: string, now: Date): Promise<boolean> {
    const end = await this.endOf(tx, requestId);
    if (!end || end <= now) return true;
    await this.setTimer(tx, requestId, end);
    return false;
  }

  private async setFor(tx: EntityManager, requestId: string): Promise<void> {
    const end = await this.endOf(tx, requestId);
    if (end) await this.setTimer(tx, requestId, end);
  }

  private async endOf(tx: EntityManager, requestId: string): Promise<Date | undefined> {
    return (await this.clocks.find(tx, requestId, 'rating'))?.dueAt;
  }

  private setTimer(tx: EntityManager, requestId: string, at: Date): Promise<void> {
    const key = `${CLOSE_UNRATED}:${requestId}`;
    return this.timers.schedule(tx, { key, task: CLOSE_UNRATED, payload: { requestId }, at });
  }
}
