import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import type { EntityManager } from 'typeorm';

export interface Timer {
  /** One timer per key: scheduling again moves it. */
  readonly key: string;
  /** Name of an `@OnTimer` method. */
  readonly task: string;
  /** Plain JSON. */
  readonly payload: object;
  readonly at: Date;
}

/**
 * Puts timers into graphile-worker's table, within the business transaction. Its own `add_job` is not used: it notifies
 * at every call, and a NOTIFY takes a lock that all databases of the server share while they commit (a third of the
 * throughput, measured). A timer may wait for the next poll.
 */
const INSERT = `
  insert into graphile_worker._private_jobs as jobs (task_id, payload, run_at, key)
  select tasks.id, spec.payload, greatest(spec.run_at, now()), spec.key
  from unnest($1::text[], $2::text[], $3::json[], $4::timestamptz[]) as spec (key, task, payload, run_at)
  join graphile_worker._private_tasks as tasks on tasks.identifier = spec.task
  on conflict (key) do update set
    task_id = excluded.task_id, payload = excluded.payload, run_at = excluded.run_at,
    revision = jobs.revision + 1, attempts = 0, last_error = null, updated_at = now()
  where jobs.is_available
  returning key`;

/** A timer that runs at this moment, or has failed for good, gives its key away: what it saw is outdated. */
const RELEASE = `
  update graphile_worker._private_jobs set key = null, attempts = max_attempts, updated_at = now()
  where key = any ($1::text[]) and not is_available`;

const REGISTER = `
  insert into graphile_worker._private_tasks (identifier)
  select distinct task from unnest($1::text[]) as task
  where task not in (select identifier from graphile_worker._private_tasks) on conflict do nothing`;

@Injectable()
export class Timers {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Sets the timer, or moves the one that has its key. It counts once `tx` commits. */
  schedule(tx: EntityManager, timer: Timer): Promise<void> {
    return this.scheduleAll(tx, [timer]);
  }

  /** The next round of a task that all share, `inMs` from now. */
  again(tx: EntityManager, task: string, inMs: number): Promise<void> {
    return this.schedule(tx, { key: task, task, payload: {}, at: new Date(this.clock.now().getTime() + inMs) });
  }

  /** As `schedule`, in one statement; of several timers with one key the last counts. */
  async scheduleAll(tx: EntityManager, timers: readonly Timer[]): Promise<void> {
    const left = new Map(timers.map((timer) => [timer.key, timer]));
    await this.insert(tx, left);
    if (left.size === 0) return;
    const pending = [...left.values()];
    await tx.query(REGISTER, [pending.map(({ task }) => task)]);
    await tx.query(RELEASE, [pending.map(({ key }) => key)]);
    await this.insert(tx, left);
  }

  /** Takes the timer away. One that runs at this moment is not stopped: its handler looks at the state again. */
  cancel(tx: EntityManager, key: string): Promise<void> {
    return this.cancelAll(tx, [key]);
  }

  async cancelAll(tx: EntityManager, keys: readonly string[]): Promise<void> {
    await tx.query('delete from graphile_worker._private_jobs where key = any ($1::text[]) and locked_at is null', [
      keys,
    ]);
  }

  private async insert(tx: EntityManager, timers: Map<string, Timer>): Promise<void> {
    if (timers.size === 0) return;
    const specs = [...timers.values()];
    const now = this.clock.now().getTime();
    const inserted = await tx.query<{ key: string }[]>(INSERT, [
      specs.map(({ key }) => key),
      specs.map(({ task }) => task),
      specs.map(({ payload }) => JSON.stringify(payload)),
      // Already due by the service's clock, which a test clock may have moved ahead of the database's.
      specs.map(({ at }) => (at.getTime() <= now ? new Date(0) : at)),
    ]);
    for (const { key } of inserted) timers.delete(key);
  }
}
