import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { configWith } from '../config/env';
import type { ServiceConfig } from '../config/service-config';
import type { ServiceDefinition } from '../boot/service';
import { openApiOf } from './document';

/** Writes a service's OpenAPI document. Nothing is connected: Nest only looks at the classes (preview mode). */
export async function writeOpenApi<C extends ServiceConfig>(
  definition: ServiceDefinition<C>,
  out: string,
): Promise<void> {
  const module = definition.module(configWith(definition.config, {}));
  const app = await NestFactory.create(module, { preview: true, abortOnError: false, logger: false });
  await writeFile(out, `${JSON.stringify(openApiOf(app, definition.service), null, 2)}\n`);
}
