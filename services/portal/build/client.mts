/**
 * Writes src/api/generated: one typed client for every service, from their openapi.json. Names carry the service, since
 * services share operation and schema names (`JobController_list` of metrology becomes `metrologyJobList`).
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';

interface OpenApi {
  paths: Record<string, Record<string, { operationId?: string; tags?: string[]; parameters?: { name: string }[] }>>;
  components?: { schemas?: Record<string, unknown> };
}

const portal = join(import.meta.dirname, '..');
const services = join(portal, '..');
/** What the client sends on its own: no caller names these. */
const ownHeaders = new Set(['accept-language', 'Idempotency-Key']);

const pascal = (name: string) => name.replace(/(?:^|[-_])(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The document with every schema, reference and operation named after its service. */
function named(service: string, document: OpenApi): OpenApi {
  const prefix = pascal(service);
  const text = JSON.stringify(document).replaceAll('"#/components/schemas/', `"#/components/schemas/${prefix}`);
  const { paths, components } = JSON.parse(text) as OpenApi;
  for (const operation of Object.values(paths).flatMap((item) => Object.values(item))) {
    const [controller = '', verb = ''] = (operation.operationId ?? '').split('_');
    operation.operationId = `${prefix}${controller.replace(/Controller$/, '')}${pascal(verb)}`;
    operation.parameters = operation.parameters?.filter(({ name }) => !ownHeaders.has(name)) ?? [];
  }
  const schemas = Object.entries(components?.schemas ?? {}).map(([name, schema]) => [prefix + name, schema]);
  return { paths, components: { schemas: Object.fromEntries(schemas) as Record<string, unknown> } };
}

const documents = readdirSync(services)
  .map((service) => ({ service, file: join(services, service, 'openapi.json') }))
  .filter(({ file }) => existsSync(file))
  .map(({ service, file }) => named(service, JSON.parse(readFileSync(file, 'utf8')) as OpenApi));

await createClient({
  input: {
    openapi: '3.0.0',
    info: { title: 'QI', version: '1' },
    paths: Object.assign({}, ...documents.map(({ paths }) => paths)),
    components: { schemas: Object.assign({}, ...documents.map(({ components }) => components?.schemas)) },
  } as never,
  output: { path: join(portal, 'src/api/generated'), clean: true },
  plugins: [
    { name: '@hey-api/client-fetch', runtimeConfigPath: join(portal, 'src/api/client-config') },
    '@hey-api/typescript',
    { name: '@hey-api/sdk', auth: false },
  ],
  logs: { level: 'silent' },
});
