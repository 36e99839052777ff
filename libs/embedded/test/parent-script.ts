/**
 * A process of its own that starts servers, so that tests can kill it, or see how it ends:
 * `parent-script.ts <folder> <postgres|servers> <stay|stop|leave>`. Prints one JSON line once the servers are ready.
 */
import { join } from 'node:path';
import { startPostgres, startServers } from '../src/index';

async function main(): Promise<void> {
  const [dir = '', what, then] = process.argv.slice(2);
  const servers = what === 'servers' ? await startServers({ dir }) : undefined;
  const postgres = servers?.postgres ?? (await startPostgres({ dataDir: join(dir, 'postgres') }));
  const pids = [postgres.pid, ...(servers?.kafka.nodes ?? []).map((node) => node.pid)];
  process.stdout.write(`${JSON.stringify({ pids, url: postgres.url })}\n`);
  if (then === 'stay') setInterval(() => undefined, 60_000);
  if (then === 'stop') await (servers ?? postgres).stop();
}

void main();
