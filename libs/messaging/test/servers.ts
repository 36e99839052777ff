import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { startKafka, startPostgres } from '@qi/embedded';
import type { KafkaOptions, RunningKafka, RunningPostgres } from '@qi/embedded';

// These tests break things on purpose: what is logged about it is only of use to whoever looks for a fault.
Logger.overrideLogger(false);

export interface TestServers {
  readonly postgres: RunningPostgres;
  readonly kafka: RunningKafka;
  stop(): Promise<void>;
}

/** Servers of the test file's own, to be killed and frozen at will. */
export async function startServers(kafkaOptions: Partial<KafkaOptions> = {}): Promise<TestServers> {
  const dir = mkdtempSync(join(tmpdir(), 'qi-messaging-'));
  const [postgres, kafka] = await Promise.all([
    startPostgres({ dataDir: join(dir, 'postgres') }),
    startKafka({ dataDir: join(dir, 'kafka'), ...kafkaOptions }),
  ]);
  const stop = async (): Promise<void> => {
    await Promise.all([postgres.destroy(), kafka.destroy()]);
    rmSync(dir, { recursive: true, force: true });
  };
  return { postgres, kafka, stop };
}

export function uniqueName(what: string): string {
  return `${what}_${randomBytes(5).toString('hex')}`;
}

/** Waits until `check` gives something other than undefined or false; says what was last seen when it never does. */
export async function until<T>(
  what: string,
  check: () => Promise<T | undefined | false>,
  timeoutMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const seen = await check();
      if (seen !== undefined && seen !== false) return seen;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) throw new Error(`${what} did not happen in ${timeoutMs} ms`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
