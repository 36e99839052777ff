/** PostgreSQL (durable, with commit times) and Kafka for one benchmark, in a folder that goes with it. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
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
  // As root, PostgreSQL runs as another user, who must be able to get there.
  chmodSync(dir, 0o755);
  const [postgres, kafka] = await Promise.all([
    startPostgres({
      dataDir: join(dir, 'postgres'),
      durable: true,
      settings: { track_commit_timestamp: 'on', max_connections: '200', ...profiling() },
    }),
    startKafka({ dataDir: join(dir, 'kafka') }),
  ]);
  const stop = async () => {
    await Promise.all([postgres.destroy(), kafka.destroy()]);
    rmSync(dir, { recursive: true, force: true });
  };
  return { dir, postgres, kafka, stop };
}

/** Statement statistics cost time of their own: only when they are asked for. */
function profiling(): Record<string, string> {
  return process.env['QI_BENCH_PROFILE']
    ? { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track': 'all', track_io_timing: 'on' }
    : {};
}
