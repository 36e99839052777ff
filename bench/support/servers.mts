/** PostgreSQL (durable, with commit times) and Kafka for one benchmark, in a folder that goes with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKafka, startPostgres, type RunningKafka, type RunningPostgres } from '@qi/embedded';

export interface BenchServers {
  readonly dir: string;
  readonly postgres: RunningPostgres;
  readonly kafka: RunningKafka;
  stop(): Promise<void>;
}

export async function benchServers(): Promise<BenchServers> {
  const dir = mkdtempSync(join(tmpdir(), 'qi-bench-'));
  const [postgres, kafka] = await Promise.all([
    startPostgres({
      dataDir: join(dir, 'postgres'),
      durable: true,
      settings: { track_commit_timestamp: 'on', max_connections: '200', track_io_timing: 'on' },
    }),
    startKafka({ dataDir: join(dir, 'kafka') }),
  ]);
  const stop = async () => {
    await Promise.all([postgres.stop(), kafka.stop()]);
    rmSync(dir, { recursive: true, force: true });
  };
  return { dir, postgres, kafka, stop };
}
