import { join } from 'node:path';
import { startKafka } from './kafka';
import type { RunningKafka } from './kafka';
import { startPostgres } from './postgres';
import type { RunningPostgres } from './postgres';
import { defaultDataDir } from './project';

export interface ServersOptions {
  /** Holds `postgres/` and `kafka/`; the project's git-ignored `.data` by default. */
  dir?: string | undefined;
  /** Fixed ports; free ones unless given. */
  ports?: { postgres?: number | undefined; kafka?: number | undefined } | undefined;
  durable?: boolean | undefined;
  log?: ((line: string) => void) | undefined;
}

export interface RunningServers {
  readonly postgres: RunningPostgres;
  readonly kafka: RunningKafka;
  /** Stops both; may be called again. */
  stop(): Promise<void>;
  /** Stops both and deletes their data. */
  destroy(): Promise<void>;
}

/** Starts PostgreSQL and one Kafka broker side by side; when one fails, the other is stopped. */
export async function startServers(options: ServersOptions = {}): Promise<RunningServers> {
  const { dir = defaultDataDir(), ports, durable, log } = options;
  const [postgres, kafka] = await Promise.allSettled([
    startPostgres({ dataDir: join(dir, 'postgres'), port: ports?.postgres, durable, log }),
    startKafka({ dataDir: join(dir, 'kafka'), port: ports?.kafka, log }),
  ]);
  if (postgres.status === 'fulfilled' && kafka.status === 'fulfilled') {
    const stop = async (): Promise<void> => {
      await Promise.all([postgres.value.stop(), kafka.value.stop()]);
    };
    const destroy = async (): Promise<void> => {
      await Promise.all([postgres.value.destroy(), kafka.value.destroy()]);
    };
    return { postgres: postgres.value, kafka: kafka.value, stop, destroy };
  }
  const failed = [postgres, kafka].find((result) => result.status === 'rejected');
  for (const result of [postgres, kafka]) if (result.status === 'fulfilled') await result.value.stop();
  throw failed?.reason;
}
