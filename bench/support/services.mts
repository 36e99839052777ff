/** The real services as processes beside a benchmark's servers, with people who can speak to them. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { devKeys, signToken, type Actor } from '@qi/platform';
import { connect, type Session } from '../../deploy/local/demo/session.mts';
import { startServices, type LocalService, type RunningServices } from '../../deploy/local/services.mts';
import type { BenchServers } from './servers.mts';

export interface BenchServices extends RunningServices {
  readonly session: Session;
  /** A token for load that signs nothing while it runs. */
  tokenOf(actor: Actor): Promise<string>;
}

export async function benchServices(
  { dir, postgres, kafka }: BenchServers,
  only: readonly LocalService[],
  env: Record<string, string> = {},
): Promise<BenchServices> {
  const keysDir = join(dir, 'keys');
  const keys = await devKeys(keysDir);
  const running = await startServices(
    {
      freePorts: true,
      only,
      logDir: join(dir, 'logs'),
      env: {
        QI_POSTGRES_URL: postgres.url,
        KAFKA_BROKERS: kafka.brokers.join(','),
        QI_JWKS_URL: pathToFileURL(keys.jwksFile).toString(),
        QI_DATA_DIR: dir,
        QI_LOG_LEVEL: 'warn',
        ...profiling(),
        ...env,
      },
    },
    () => undefined,
  );
  const session = await connect(running.addresses, keysDir);
  return { ...running, session, tokenOf: (actor) => signToken(keys, actor) };
}

/** CPU profiles go to the folder that QI_BENCH_PROFILE names, one per process, when the services end. */
function profiling(): Record<string, string> {
  const folder = process.env['QI_BENCH_PROFILE'];
  return folder ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-interval=500 --cpu-prof-dir=${folder}` } : {};
}
