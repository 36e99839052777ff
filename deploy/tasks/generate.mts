/**
 * `npm run generate`: writes what is derived from code (docs/asyncapi.yaml, docs/permissions.md,
 * each service's openapi.json and schema.sql).
 * With `--check` nothing is written: the run fails and names every file that is not what the code says.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncApi, incompatibilities, serviceNames, type AsyncApi } from '@qi/contracts';
import { format } from 'prettier';
import { parse, stringify } from 'yaml';
import { root, say } from './ensure.mjs';
import { permissionsPage, type OpenApi } from './permissions-page.mts';
import { serviceArtefacts } from './service-artefacts.mts';

const check = process.argv.includes('--check');
const stale: string[] = [];

function put(path: string, text: string): void {
  const file = join(root, path);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (before === text) return;
  if (check) stale.push(path);
  else {
    writeFileSync(file, text);
    say(`  wrote ${path}`);
  }
}

/** A version on record may only gain optional fields: the old document is the judge. */
function refuseIncompatible(before: AsyncApi, after: AsyncApi): void {
  const faults = Object.entries(before.components.schemas).flatMap(([type, schema]) => {
    const next = after.components.schemas[type];
    return next ? incompatibilities(schema, next).map((fault) => `${type} ${fault}`) : [`${type}: removed`];
  });
  if (!faults.length) return;
  say(`Event versions on record were changed; add a new version beside them instead:\n  ${faults.join('\n  ')}`);
  process.exit(1);
}

const asyncApiFile = 'docs/asyncapi.yaml';
const document = asyncApi();
if (existsSync(join(root, asyncApiFile)))
  refuseIncompatible(parse(readFileSync(join(root, asyncApiFile), 'utf8')) as AsyncApi, document);
put(asyncApiFile, stringify(document, { lineWidth: 0, aliasDuplicateObjects: false }));
const artefacts = await serviceArtefacts();
for (const { path, text } of artefacts) put(path, text);
const documents = serviceNames.flatMap((service) => {
  const found = artefacts.find(({ path }) => path === `services/${service}/openapi.json`);
  return found ? [[service, JSON.parse(found.text) as OpenApi] as const] : [];
});
put('docs/permissions.md', await format(permissionsPage(documents), { parser: 'markdown', printWidth: 120 }));

if (stale.length) {
  say(`Not what the code says (run npm run generate):\n  ${stale.join('\n  ')}`);
  process.exit(1);
}
say(check ? '  generated files are what the code says' : '  generated files are up to date');
