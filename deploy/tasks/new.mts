/**
 * `npm run new -- feature <service> <name>`: a folder with every file kind, registered and ready to compile.
 * `npm run new -- service <name>` and `npm run new -- provider <name> <element>`: a service around it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root as projectRoot, say } from './ensure.mjs';

const templates = join(import.meta.dirname, 'templates');
const root = process.env['QI_NEW_ROOT'] ?? projectRoot;
const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

class UsageError extends Error {}

interface Names {
  readonly service: string;
  readonly name: string;
}

function fill(text: string, { service, name }: Names, stamp: number): string {
  const pascal = name.replace(/(^|-)([a-z0-9])/g, (_match, _dash, letter: string) => letter.toUpperCase());
  return text
    .replaceAll('__service__', service)
    .replaceAll('__Pascal__', pascal)
    .replaceAll('__camel__', pascal[0]!.toLowerCase() + pascal.slice(1))
    .replaceAll('__snake__', name.replaceAll('-', '_'))
    .replaceAll('__words__', name.replaceAll('-', ' '))
    .replaceAll('__plural__', name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`)
    .replaceAll('__stamp__', String(stamp))
    .replaceAll('__name__', name);
}

function write(file: string, text: string): void {
  if (existsSync(file)) throw new UsageError(`${relative(root, file)} exists already; nothing was overwritten`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  say(`  ${relative(root, file)}`);
}

/** Replaces the one place that `pattern` finds; a file that was rearranged by hand is named instead of spoilt. */
function edit(file: string, pattern: RegExp, put: (match: string) => string): void {
  const text = readFileSync(file, 'utf8');
  if (!pattern.test(text))
    throw new UsageError(`${relative(root, file)} has no place for ${pattern}: add the line by hand`);
  writeFileSync(file, text.replace(pattern, put));
  say(`  ${relative(root, file)} (edited)`);
}

/** After the last import, and before the end of the list that `list` opens. */
function register(file: string, line: string, list: RegExp, entry: string): void {
  edit(file, /(?:import[^;]*;\n)+/, (imports) => `${imports}${line}\n`);
  edit(file, list, (match) => `${match.trimEnd().replace(/,?\s*\]$/, '')}, ${entry}]`);
}

function newFeature({ service, name }: Names): void {
  const source = join(root, 'services', service, 'src');
  if (!existsSync(source)) throw new UsageError(`there is no service ${service}`);
  const now = new Date();
  const at = now.toISOString().replace(/\D/g, '').slice(0, 12);
  const put = (text: string) => fill(text, { service, name }, now.getTime());
  for (const file of readdirSync(join(templates, 'feature'))) {
    const target =
      file === 'migration.ts.tpl'
        ? join('migrations', `${at}-create-${name}.ts`)
        : join(name, put(file.replace('.tpl', '')));
    write(join(source, target), put(readFileSync(join(templates, 'feature', file), 'utf8')));
  }
  const [row, migration, module] = ['__Pascal__Row', 'Create__Pascal____stamp__', '__Pascal__Module'].map(put);
  const dataSource = join(source, 'data-source.ts');
  register(dataSource, `import { ${row} } from './${name}/${name}.row';`, /entities = \[[^\]]*\]/, row!);
  register(
    dataSource,
    `import { ${migration} } from './migrations/${at}-create-${name}';`,
    /migrations = \[[^\]]*\]/,
    migration!,
  );
  edit(
    join(source, 'app.module.ts'),
    /(?:import[^;]*;\n)+/,
    (imports) => `${imports}import { ${module} } from './${name}/${name}.module';\n`,
  );
  edit(join(source, 'app.module.ts'), /,?\n {6}\],\n {4}\};/, () => `,\n        ${module},\n      ],\n    };`);
  permit(service, `${put('__Pascal__')}Controller`, ['get', 'open', 'close']);
}

/** A service does not start with an operation that the permission table does not know. */
function permit(service: string, controller: string, operations: readonly string[]): void {
  const table = join(root, permissionFile(service));
  const rows = operations.map((operation) => `  ${controller}_${operation}: overAll('administrator'),\n`);
  edit(table, /import \{ [^}]* \} from '\.\/permission';/, (line) =>
    line.includes('overAll') ? line : line.replace('{ ', '{ overAll, '),
  );
  edit(table, /\};\n$/, (end) => `${rows.join('')}${end}`);
}

const permissionFile = (service: string): string => `libs/contracts/src/permission/${service}.ts`;

function copy(from: string, service: string, skip: ReadonlySet<string> = new Set()): string[] {
  const files = readdirSync(join(templates, from), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(templates, from), join(entry.parentPath, entry.name)))
    .filter((file) => !skip.has(file));
  for (const file of files) {
    const text = readFileSync(join(templates, from, file), 'utf8');
    write(
      join(root, 'services', service, file.replace('.tpl', '')),
      fill(text, { service, name: service }, Date.now()),
    );
  }
  return files;
}

function newService(service: string): void {
  if (existsSync(join(root, 'services', service))) throw new UsageError(`services/${service} exists already`);
  copy('service', service);
  nameService(service, ['messages']);
}

function newProvider(service: string, element: string): void {
  const map = join(root, 'libs/contracts/src/element.ts');
  const line = new RegExp(`(\\n {2}'?${element}'?: )'[a-z-]+',(?=[\\s\\S]*as const satisfies)`);
  if (!line.test(readFileSync(map, 'utf8'))) throw new UsageError(`there is no element ${element}`);
  if (existsSync(join(root, 'services', service))) throw new UsageError(`services/${service} exists already`);
  copy('service', service, new Set(copy('provider', service)));
  edit(
    join(root, 'services', service, 'package.json'),
    /("@qi\/platform": "\*",)/,
    (match) => `${match}\n    "@qi/provider": "*",`,
  );
  nameService(service, ['calendar', 'messages', 'accessLog', 'provider']);
  edit(map, line, (match) => match.replace(/'[a-z-]+',$/, `'${service}',`));
}

/**
 * A service that owns events is named in the contracts, and started with the others. `brought` are the rows of the permission
 * table that come with the libraries it is built on.
 */
function nameService(service: string, brought: readonly string[]): void {
  edit(join(root, 'libs/contracts/src/service-name.ts'), /\n\] as const;/, (match) => `\n  '${service}',${match}`);
  const local = join(root, 'deploy/local/services.mts');
  const port =
    Math.max(...[...readFileSync(local, 'utf8').matchAll(/port: (\d+)/g)].map(([, digits]) => Number(digits))) + 1;
  edit(local, /\n\] as const;/, (match) => `\n  { name: '${service}', port: ${port} },${match}`);
  const name = fill('__camel__', { service, name: service }, 0);
  const table = `import { type Permissions } from './permission';\n\nexport const ${name}: Permissions = {\n};\n`;
  write(join(root, permissionFile(service)), table);
  const permissions = join(root, 'libs/contracts/src/permission/table.ts');
  edit(permissions, /(?:import[^;]*;\n)+/, (imports) => `${imports}import { ${name} } from './${service}';\n`);
  edit(permissions, /\n {2}identity: \[\],/, (line) => `${line}\n  '${service}': [${[...brought, name].join(', ')}],`);
  say(`Next: npm install; add ${service} to docker-compose.yml; npm run generate`);
}

const [kind, first = '', second = ''] = process.argv.slice(2);
try {
  const named = [first, second].filter(Boolean).every((name) => kebab.test(name));
  if (!first || !named || !['feature', 'service', 'provider'].includes(kind ?? '') || (kind !== 'service' && !second))
    throw new UsageError(
      'npm run new -- feature <service> <name> | service <name> | provider <name> <element>   (names in kebab-case)',
    );
  if (kind === 'feature') newFeature({ service: first, name: second });
  else if (kind === 'service') newService(first);
  else newProvider(first, second);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
