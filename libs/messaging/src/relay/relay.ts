import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Metrics } from '../metrics';
import type { DatabaseSession } from './database-session';
import type { OutboxStore, StoredEvent } from './outbox-store';
import type { Shipper } from './shipper';
import { WakeSignal } from './wake-signal';

const RELAY_LOCK = 1;
const BATCH_ROWS = 1_000;
/** The net under the wake-ups: rows are found this late at most. */
const POLL_MS = 250;
const STANDBY_MS = 1_000;
/** A new leader is there within seconds: waiting longer only adds to the gap. */
const LONGEST_PAUSE_MS = 250;
const NOTIFY_AFTER_MS = 20;
const REBUILD_AFTER_FAILURES = 5;
const HOUSEKEEPING_MS = 5_000;
const UNHEALTHY_AFTER_MS = 30_000;

interface Round {
  readonly shipped: number;
  /** Rows that were there as well and did not fit in. */
  readonly more: boolean;
}
const NOTHING: Round = { shipped: 0, more: false };

export interface RelayParts {
  readonly session: DatabaseSession;
  readonly store: OutboxStore;
  readonly shipper: Shipper;
  readonly metrics: Metrics;
  readonly inboxDays: number;
}

/**
 * Ships the outbox of one database to Kafka, in order. One relay works per database: the one whose session holds the
 * lock; the others stand by. Reading, removing and the lock share one session, so a relay that has lost the lock cannot
 * remove anything either.
 */
export class Relay {
  private readonly logger = new Logger('Relay');
  private readonly signal = new WakeSignal();
  private running: Promise<void> | undefined;
  private readonly stopped = new AbortController();
  private ledEpoch = 0;
  private failures = 0;
  private healthyAt = Date.now();
  private housekeepingAt = 0;
  private notifyTimer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: RelayParts) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Ships what is left, for `drainMs` at most, and ends. What remains is shipped by the next relay. */
  async stop(drainMs = 5_000): Promise<void> {
    this.stopped.abort();
    clearTimeout(this.notifyTimer);
    this.signal.wake();
    const drained = new AbortController();
    const late = sleep(drainMs, undefined, { signal: drained.signal }).catch(() => undefined);
    await Promise.race([this.running, late]);
    drained.abort();
    await this.parts.shipper.close();
  }

  /** Something was committed: ship it now, or tell the relay elsewhere (outside of any transaction, and seldom). */
  wake(): void {
    if (this.isLeading()) return this.signal.wake();
    if (this.notifyTimer || this.stopped.signal.aborted || !this.running) return;
    this.notifyTimer = setTimeout(() => {
      this.notifyTimer = undefined;
      void this.parts.session.query("select pg_notify('qi_outbox', '')").catch(() => undefined);
    }, NOTIFY_AFTER_MS);
  }

  /** A NOTIFY came in. Passing it on would answer every NOTIFY with another one, for ever. */
  notified(): void {
    if (this.isLeading()) this.signal.wake();
  }

  isLeading(): boolean {
    return this.ledEpoch > 0 && this.ledEpoch === this.parts.session.epoch;
  }

  isHealthy(): boolean {
    return Date.now() - this.healthyAt < UNHEALTHY_AFTER_MS;
  }

  /** Ships everything that is in the outbox now; returns how many rows. For a relay that was not started. */
  async drainOnce(): Promise<number> {
    let shipped = 0;
    for (;;) {
      const { batch } = await this.parts.store.oldest(BATCH_ROWS);
      if (batch.length === 0) return shipped;
      await this.ship(batch);
      shipped += batch.length;
    }
  }

  private async run(): Promise<void> {
    for (;;) {
      const { shipped, more } = await this.round().catch((error: unknown) => this.failed(error));
      if (this.stopped.signal.aborted && shipped === 0) return;
      // Whoever has committed since the outbox was read has woken this relay: no need to look whether it is empty now.
      if (!more && !this.stopped.signal.aborted) await this.signal.wait(this.isLeading() ? POLL_MS : STANDBY_MS);
    }
  }

  /** One look at the outbox. */
  private async round(): Promise<Round> {
    if (!(await this.lead())) {
      this.healthyAt = Date.now();
      return NOTHING;
    }
    const { batch, more } = await this.parts.store.oldest(BATCH_ROWS);
    // The session may have been lost, and made anew without the lock, since it was looked at.
    if (batch.length > 0 && this.isLeading()) await this.ship(batch);
    this.healthyAt = Date.now();
    if (this.failures > 0) this.logger.log('shipping again');
    this.failures = 0;
    if (Date.now() - this.housekeepingAt > HOUSEKEEPING_MS) await this.housekeeping();
    return { shipped: batch.length, more };
  }

  private async lead(): Promise<boolean> {
    const { session } = this.parts;
    if (this.isLeading()) return true;
    if (!(await session.tryLock(RELAY_LOCK))) return false;
    this.ledEpoch = session.epoch;
    return true;
  }

  /** The same batch, whole, until it is stored; only then are its rows removed. */
  private async ship(batch: readonly StoredEvent[]): Promise<void> {
    const { shipper, store, metrics } = this.parts;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await shipper.send(batch);
        break;
      } catch (error) {
        metrics.notShipped();
        this.logger.warn(`a batch of ${batch.length} was not sent (attempt ${attempt}): ${messageOf(error)}`);
        if (attempt % REBUILD_AFTER_FAILURES === 0 || /no answer within/.test(messageOf(error))) shipper.rebuild();
        if (this.stopped.signal.aborted) throw error;
        await this.pause(Math.min(25 * 2 ** attempt, LONGEST_PAUSE_MS));
      }
    }
    await store.remove(batch);
    metrics.shipped(batch.length);
  }

  private async failed(error: unknown): Promise<Round> {
    this.failures += 1;
    this.ledEpoch = 0;
    this.logger.warn(`round failed (${this.failures}): ${messageOf(error)}`);
    await this.pause(Math.min(100 * this.failures, 1_000));
    return NOTHING;
  }

  /** Not cut short by a wake-up: under load those come all the time. */
  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.stopped.signal }).catch(() => undefined);
  }

  private async housekeeping(): Promise<void> {
    this.housekeepingAt = Date.now();
    const { store, metrics, inboxDays } = this.parts;
    metrics.backlog(await store.backlog());
    await store.forgetInbox(inboxDays, 2_000);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
