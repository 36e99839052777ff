import type { DynamicModule, Type } from '@nestjs/common';
import type { ServiceConfig } from '../config/service-config';
import { writeSchema } from '../database/write-schema';
import { writeOpenApi } from '../openapi/write';
import { platformOptionsOf } from '../platform-module';
import type { PlatformOptions } from '../platform-module';
import type { ServiceDefinition } from './service';

/** `node dist/main.js --write-openapi openapi.json` and `… --write-schema schema.sql` write a file and end. */
export async function generate<C extends ServiceConfig>(
  definition: ServiceDefinition<C>,
  config: C,
  [verb, out]: readonly string[],
): Promise<boolean> {
  if (verb === undefined || out === undefined) return false;
  if (verb === '--write-openapi') await writeOpenApi(definition, out);
  else if (verb === '--write-schema')
    await writeSchema(config.databaseUrl, optionsIn(definition.module(config)).migrations, out);
  else return false;
  return true;
}

/** The platform's options stand somewhere among the imports of the root module. */
function optionsIn(module: Type | DynamicModule): PlatformOptions {
  const options = platformOptionsOf(module);
  if (!options) throw new Error('the root module does not import PlatformModule.forRoot(…)');
  return options;
}
