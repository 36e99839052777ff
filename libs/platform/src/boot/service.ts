import 'reflect-metadata';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ServiceConfig } from '../config/service-config';
import { ServiceLogger } from '../logs/service-logger';
import { serveOpenApi } from '../openapi/document';
import { prepareHttp } from './http-app';

export interface ServiceDefinition<C extends ServiceConfig = ServiceConfig> {
  readonly service: string;
  readonly config: new () => C;
  /** The service's root module; it imports `PlatformModule.forRoot`. */
  readonly module: (config: C) => Type | DynamicModule;
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
  prepareHttp(app);
  serveOpenApi(app, definition.service);
  await app.init();
  return app;
}
