import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ephemeral range of Linux (32768+), macOS and Windows (49152+). A port from that range can be lost to any
 * outgoing connection while a server is down; a client that keeps dialling it can even connect to itself and hold it.
 */
const LOWEST = 20_000;
const HIGHEST = 32_000;
const given = new Set<number>();

/** Whether nothing listens on 127.0.0.1:`port` now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A free TCP port on 127.0.0.1, never the same twice in one process. Another process may still take it first: retry. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (given.has(port)) continue;
    given.add(port);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`no free port found between ${LOWEST} and ${HIGHEST} on 127.0.0.1`);
}

/** Thrown when a server could not bind its port. */
export class PortInUseError extends Error {
  constructor(
    readonly port: number,
    server: string,
  ) {
    super(
      `${server} cannot listen on 127.0.0.1:${port}: the port is in use. Stop what holds it or choose another port. ` +
        `端口 ${port} 已被占用，请停止占用它的程序或另选端口。`,
    );
    this.name = 'PortInUseError';
  }
}

/** Runs `start` on the fixed port, or on free ones until one is not lost to somebody else in between. */
export async function onPort<T>(fixed: number | undefined, start: (port: number) => Promise<T>): Promise<T> {
  if (fixed !== undefined) return start(fixed);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(await freePort());
    } catch (error) {
      if (!(error instanceof PortInUseError) || attempt === 5) throw error;
    }
  }
}
