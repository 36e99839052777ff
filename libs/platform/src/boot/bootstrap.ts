import type { AddressInfo } from 'node:net';
import type { RequestListener, Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from '@nestjs/common';
import { loadConfig } from '../config/env';
import type { ServiceConfig } from '../config/service-config';
import { Readiness } from '../health/readiness';
import { stopListening } from './drain';
import { generate } from './generate';
import { closeService, createService } from './service';
import type { ServiceDefinition } from './service';

export interface RunningService {
  readonly app: NestExpressApplication;
  readonly url: string;
  /** Stops as a signal does: no new requests, those in flight finish, then consumers, relay, timers, database. */
  close(): Promise<void>;
}

/** Runs a service as the process: configuration from the environment, stopped by SIGTERM and SIGINT. */
export async function bootstrap<C extends ServiceConfig>(definition: ServiceDefinition<C>): Promise<RunningService> {
  const config = loadConfig(definition.config);
  try {
    if (await generate(definition, config, process.argv.slice(2))) process.exit(0);
    const running = await startService(definition, config);
    stopOnSignals(running);
    return running;
  } catch (error) {
    process.stderr.write(
      `${definition.service} could not start: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exit(1);
  }
}

/** Starts a service and listens. `config.port` 0 takes a free port. */
export async function startService<C extends ServiceConfig>(
  definition: ServiceDefinition<C>,
  config: C,
): Promise<RunningService> {
  const began = performance.now();
  const app = await createService(definition, config);
  const server = app.getHttpServer() as Server;
  if (definition.front) {
    const next = app.getHttpAdapter().getInstance() as RequestListener;
    server.removeAllListeners('request').on('request', definition.front(app, next));
  }
  await app.listen(config.port, config.host).catch(async (error: unknown) => {
    await closeService(app);
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  const host = ['0.0.0.0', '::'].includes(config.host) ? '127.0.0.1' : config.host;
  const url = `http://${host}:${port}`;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  new Logger('Service').log(`${definition.service} is ready at ${url} after ${seconds} s`);
  let closing: Promise<void> | undefined;
  return { app, url, close: () => (closing ??= close(app, server, config)) };
}

async function close(app: NestExpressApplication, server: Server, config: ServiceConfig): Promise<void> {
  app.get(Readiness, { strict: false }).drain();
  await stopListening(server, config.drainSeconds * 1000);
  await closeService(app);
}

/** A second signal means that somebody does not want to wait. */
function stopOnSignals(running: RunningService): void {
  let asked = false;
  const stop = (): void => {
    if (asked) process.exit(1);
    asked = true;
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`could not stop cleanly: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
