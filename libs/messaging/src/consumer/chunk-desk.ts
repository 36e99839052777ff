import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Metrics } from '../metrics';
import type { ChunkApplier } from './chunk-applier';
import { failureOf, isConflict } from './failure';
import type { Incoming } from './incoming';

/** Consecutive messages of one partition. */
export interface Submission {
  readonly messages: readonly Incoming[];
  /** False once the partition may belong to somebody else or the consumer is to stop. */
  readonly alive: () => boolean;
}

interface Waiting extends Submission {
  readonly resolve: (applied: number) => void;
  readonly reject: (error: unknown) => void;
}

/** An error that is neither clearly the message's fault nor clearly the surroundings' is tried this often. */
const ATTEMPTS = 5;
const CONFLICT_ATTEMPTS = 3;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;
/** Of a process that has just begun; see `chunkSize`. */
const FIRST_CHUNK_SIZE = 8;

/**
 * Where partitions hand in their messages. What waits, from however many partitions, shares one transaction up to
 * `chunkSize`; when that fails, every message gets a transaction of its own, so that one bad message harms no other.
 */
export class ChunkDesk {
  private readonly logger = new Logger('Consumer');
  private readonly waiting: Waiting[] = [];
  private working = false;
  private size: number;

  constructor(
    private readonly applier: ChunkApplier,
    private readonly metrics: Metrics,
    private readonly largest: number,
  ) {
    this.size = Math.min(FIRST_CHUNK_SIZE, largest);
  }

  /**
   * How many messages share a transaction at most. It doubles with each one that commits: after a restart code and
   * connections are cold, and one transaction over all that stood in line would show its first effect only when the
   * last of them is done.
   */
  get chunkSize(): number {
    return this.size;
  }

  /**
   * Resolves with how many of the messages, from the first on, are durably dealt with (applied, ignored or put aside):
   * fewer than all only when `alive` turned false. Retries for ever while the database or the like is away.
   */
  submit(submission: Submission): Promise<number> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ...submission, resolve, reject });
      if (!this.working) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.working = true;
    try {
      // Partitions of one fetch hand in one after another within a tick: let them all arrive.
      await Promise.resolve();
      for (let group = this.nextGroup(); group.length > 0; group = this.nextGroup()) await this.process(group);
    } finally {
      this.working = false;
    }
  }

  private nextGroup(): Waiting[] {
    const group: Waiting[] = [];
    let size = 0;
    while (this.waiting[0] && (size === 0 || size + this.waiting[0].messages.length <= this.chunkSize)) {
      const next = this.waiting.shift() as Waiting;
      size += next.messages.length;
      group.push(next);
    }
    return group;
  }

  private async process(group: Waiting[]): Promise<void> {
    if (await this.together(group)) {
      for (const { messages, resolve } of group) resolve(messages.length);
      return;
    }
    for (const submission of group) {
      await this.oneByOne(submission).then(submission.resolve, submission.reject);
    }
  }

  /** False when the chunk holds something that cannot be applied with the rest. */
  private async together(group: Waiting[]): Promise<boolean> {
    const messages = group.flatMap((submission) => submission.messages);
    for (let attempt = 1; group.some(({ alive }) => alive()); attempt += 1) {
      try {
        await this.applier.apply(messages);
        this.metrics.chunk('applied');
        this.size = Math.min(this.size * 2, this.largest);
        return true;
      } catch (error) {
        const mayPass = failureOf(error) === 'systemic' && (!isConflict(error) || attempt < CONFLICT_ATTEMPTS);
        this.metrics.chunk(mayPass ? 'retried' : 'failed');
        this.logger.warn(`a chunk of ${messages.length} failed (attempt ${attempt}): ${describe(error)}`);
        if (!mayPass) return false;
        await this.pause(attempt, () => group.some(({ alive }) => alive()));
      }
    }
    return false;
  }

  private async oneByOne({ messages, alive }: Submission): Promise<number> {
    let done = 0;
    for (const message of messages) {
      if (!(await this.one(message, alive))) break;
      done += 1;
    }
    return done;
  }

  /** True once the message is applied or put aside. */
  private async one(message: Incoming, alive: () => boolean): Promise<boolean> {
    let verdict: { error: unknown } | undefined;
    let unknown = 0;
    for (let attempt = 1; alive(); attempt += 1) {
      try {
        if (verdict) await this.putAside(message, verdict.error);
        else await this.applier.apply([message]);
        return true;
      } catch (error) {
        const failure = failureOf(error);
        if (failure === 'unknown') unknown += 1;
        // Putting aside may fail as well, and is then tried like anything else.
        if (failure === 'poison' || unknown >= ATTEMPTS) verdict ??= { error };
        if (failure !== 'poison') await this.pause(attempt, alive);
      }
    }
    return false;
  }

  private async putAside(message: Incoming, error: unknown): Promise<void> {
    await this.applier.putAside(message, error);
    const { topic, partition } = message;
    this.logger.error(`${topic}/${partition}@${message.message.offset} is a dead letter: ${describe(error)}`);
  }

  private async pause(attempt: number, alive: () => boolean): Promise<void> {
    const until = Date.now() + Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
    while (alive() && Date.now() < until) await sleep(Math.min(50, Math.max(1, until - Date.now())));
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
