import 'reflect-metadata';
import type { RequestListener } from 'node:http';
import type { DynamicModule, INestApplication, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import type { ServiceConfig } from '../config/service-config';
import { ServiceLogger } from '../logs/service-logger';
import { serveOpenApi } from '../openapi/document';
import { prepareHttp } from './http-app';

export interface ServiceDefinition<C extends ServiceConfig = ServiceConfig> {
  readonly service: string;
  readonly config: new () => C;
  /** The service's root module; it imports `PlatformModule.forRoot`. */
  readonly module: (config: C) => Type | DynamicModule;
  /** What stands at the edge besides JSON: mounted after context and headers, before bodies are read. */
  readonly edge?: (app: NestExpressApplication) => void;
  /** Gets every request first; what it does not answer itself it gives to `next`, the service's own API. */
  readonly front?: (app: NestExpressApplication, next: RequestListener) => RequestListener;
}

/** The service's application, complete and initialized, not listening yet. */
export async function createService<C extends ServiceConfig>(
  definition: ServiceDefinition<C>,
  config: C,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(definition.module(config), {
    bodyParser: false,
    bufferLogs: true,
    // An error while starting is thrown to the caller; Nest would end the process.
    abortOnError: false,
    forceCloseConnections: false,
  });
  app.useLogger(app.get(ServiceLogger));
  prepareHttp(app, definition.edge);
  serveOpenApi(app, definition.service);
  try {
    await app.init();
  } catch (error) {
    await closeService(app);
    throw error;
  }
  return app;
}

/**
 * Runs the shutdown hooks, then closes the database. A hook would not do for the latter: Nest gives no order among the
 * last hooks, and the relay ships what is left in one of them.
 */
export async function closeService(app: INestApplication): Promise<void> {
  const dataSource = app.get(DataSource, { strict: false });
  await app.close().finally(() => (dataSource.isInitialized ? dataSource.destroy() : undefined));
}
