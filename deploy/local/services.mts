/** The service processes of one machine: started side by side, ready when their own readiness says so. */
import { join } from 'node:path';
import { freePort, isPortFree, startServerProcess, type ServerProcess } from '@qi/embedded';
import { node, root } from '../tasks/ensure.mjs';

/** Name and the port it listens on unless that is taken. */
export const services = [
  { name: 'service-requests', port: 4101 },
  { name: 'institutions', port: 4102 },
  { name: 'metrology', port: 4103 },
  { name: 'experts', port: 4104 },
  { name: 'monitoring', port: 4105 },
  { name: 'standards', port: 4106 },
  { name: 'identity', port: 4107 },
  { name: 'gateway', port: 4100 },
] as const;
export type LocalService = (typeof services)[number]['name'];
export type Addresses = Readonly<Record<LocalService, string>>;

export interface RunningServices {
  readonly addresses: Addresses;
  readonly processes: ReadonlyMap<LocalService, ServerProcess>;
  /** Starts one service again on its old port, after it ended. */
  restart(name: LocalService): Promise<void>;
  stop(): Promise<void>;
}

export interface ServiceSettings {
  env: Record<string, string>;
  logDir: string;
  /** Free ports instead of the usual ones. */
  freePorts: boolean;
  only?: readonly LocalService[];
}

const sourceMaps = join(root, 'deploy/local/source-maps.cjs');
/** Compiling its modules is half of a service's start; what was compiled once is read from here. */
const NODE_COMPILE_CACHE = join(root, 'node_modules/.cache/compiled');
const READY_WITHIN_MS = 120_000;

async function portFor(wanted: number, free: boolean): Promise<number> {
  return !free && (await isPortFree(wanted)) ? wanted : freePort();
}

/** With the gateway among them, browsers know its address alone, and its keys sign the tokens of all others. */
function edgeEnv(name: LocalService, addresses: Partial<Addresses>): Record<string, string> {
  const { gateway, ...behind } = addresses;
  const QI_SERVICES = Object.entries(behind)
    .map(([service, address]) => `${service}=${address}`)
    .join(',');
  if (!gateway) return { QI_SERVICES };
  const env = { QI_SERVICES, QI_PUBLIC_URL: process.env['QI_PUBLIC_URL'] ?? gateway };
  return name === 'gateway' ? env : { ...env, QI_JWKS_URL: `${gateway}/.well-known/jwks.json` };
}

function launch(name: LocalService, port: number, { env, logDir }: ServiceSettings): Promise<ServerProcess> {
  return startServerProcess({
    name,
    file: node,
    args: ['--require', sourceMaps, '--max-semi-space-size=16', join(root, 'services', name, 'dist/main.js')],
    cwd: root,
    env: { ...process.env, NODE_COMPILE_CACHE, QI_HOST: '127.0.0.1', ...env, PORT: String(port), QI_SERVICE: name },
    logFile: join(logDir, `${name}.log`),
    stopSignal: 'SIGTERM',
  });
}

async function ready(name: LocalService, address: string, child: ServerProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    if (child.exit() !== undefined) throw new Error(`${name} ended (${child.exit()}):\n${child.output().slice(-3000)}`);
    if (Date.now() > until)
      throw new Error(`${name} is not ready after ${READY_WITHIN_MS / 1000} s:\n${child.output().slice(-3000)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function startServices(settings: ServiceSettings, say: (line: string) => void): Promise<RunningServices> {
  const wanted = services.filter(({ name }) => settings.only?.includes(name) ?? true);
  const ports = new Map<LocalService, number>();
  for (const { name, port } of wanted) ports.set(name, await portFor(port, settings.freePorts));
  const addressOf = (name: LocalService) => `http://127.0.0.1:${ports.get(name)}`;
  const addresses = Object.fromEntries(wanted.map(({ name }) => [name, addressOf(name)])) as unknown as Addresses;
  const processes = new Map<LocalService, ServerProcess>();
  const stop = async () => {
    await Promise.all([...processes.values()].map((child) => child.stop()));
  };
  const start = async (name: LocalService) => {
    const env = { ...edgeEnv(name, addresses), ...settings.env };
    const child = await launch(name, ports.get(name)!, { ...settings, env });
    processes.set(name, child);
    await ready(name, addressOf(name), child);
    say(`  ${name} is ready at ${addressOf(name)}`);
  };
  try {
    await Promise.all(wanted.map(({ name }) => start(name)));
  } catch (error) {
    await stop();
    throw error;
  }
  return { addresses, processes, restart: start, stop };
}

const RESTARTS = 5;

/** Keeps the services up, and this process with them: one that ends is started again, up to five times. */
export function supervise(running: RunningServices, say: (line: string) => void): () => void {
  const restarts = new Map<LocalService, number>();
  const restart = async (name: LocalService, how: string) => {
    const count = (restarts.get(name) ?? 0) + 1;
    restarts.set(name, count);
    if (count > RESTARTS) return;
    say(`${name} ended (${how}); starting it again (${count} of ${RESTARTS})`);
    await running.restart(name).catch((error: Error) => say(error.message));
  };
  const busy = new Set<LocalService>();
  const timer = setInterval(() => {
    for (const [name, child] of running.processes) {
      const how = child.exit();
      if (how === undefined || busy.has(name)) continue;
      busy.add(name);
      void restart(name, how).finally(() => busy.delete(name));
    }
  }, 500);
  return () => clearInterval(timer);
}
