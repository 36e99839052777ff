/**
 * `node pack.mts <service> <folder>`: copies what a built service needs to run, and nothing else, into a folder of the same
 * shape as the workspace: its own `dist`, the libraries it uses, and the packages that these name as dependencies.
 * npm's own pruning would keep the whole workspace, test servers and test tools included.
 */
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

interface Manifest {
  dependencies?: Record<string, string>;
  /** Built pages that the service serves: folders of the workspace, taken as they are, without what they were built from. */
  ships?: string[];
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

/** Types, maps and prose are of no use to a running process. */
const IDLE = /\.(d\.[cm]?ts|map|md|markdown)$/;

/** Copies `service` and all it needs from the workspace at `root` to `target`; returns the folders taken, relative to `root`. */
export function pack(root: string, service: string, target: string): string[] {
  const taken = new Set<string>();
  const waiting = [join(root, 'services', service)];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (taken.has(folder)) continue;
    taken.add(folder);
    copyPackage(root, folder, target);
    for (const dependency of dependencies(folder)) {
      const found = locate(root, folder, dependency.name);
      if (found === undefined) {
        if (dependency.optional) continue;
        throw new Error(`${relative(root, folder)} needs ${dependency.name}, which is not installed`);
      }
      if (lstatSync(found).isSymbolicLink()) link(root, found, target);
      waiting.push(realpathSync(found));
    }
  }
  for (const pages of manifestOf(join(root, 'services', service)).ships ?? []) {
    copyPackage(root, join(root, pages), target);
    taken.add(join(root, pages));
  }
  cpSync(join(root, 'package.json'), join(target, 'package.json'));
  return [...taken].map((folder) => relative(root, folder)).sort();
}

/** An optional peer is left out: whoever uses it names it as a dependency. */
function dependencies(folder: string): { name: string; optional: boolean }[] {
  const manifest = manifestOf(folder);
  const peers = Object.keys(manifest.peerDependencies ?? {});
  const optional = new Set(Object.keys(manifest.optionalDependencies ?? {}));
  const needed = [
    ...Object.keys(manifest.dependencies ?? {}),
    ...peers.filter((name) => !manifest.peerDependenciesMeta?.[name]?.optional),
  ];
  return [...new Set([...needed, ...optional])].map((name) => ({ name, optional: optional.has(name) }));
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** Where `name` is found from `folder`, as Node looks it up: in the nearest `node_modules` upwards, up to `root`. */
function locate(root: string, folder: string, name: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const candidate = join(at, 'node_modules', name);
    if (existsSync(candidate)) return candidate;
    if (at === root || at === dirname(at)) return undefined;
  }
}

/** A package of the workspace gives its `dist`; an installed one all but what is idle and the packages inside it. */
function copyPackage(root: string, folder: string, target: string): void {
  const to = join(target, relative(root, folder));
  const installed = relative(root, folder).split(sep).includes('node_modules');
  if (installed) {
    const nested = join(folder, 'node_modules');
    cpSync(folder, to, { recursive: true, filter: (source) => source !== nested && !IDLE.test(source) });
    return;
  }
  cpSync(join(folder, 'package.json'), join(to, 'package.json'));
  cpSync(join(folder, 'dist'), join(to, 'dist'), { recursive: true, filter: (source) => !IDLE.test(source) });
}

function link(root: string, from: string, target: string): void {
  const at = join(target, relative(root, from));
  // Not existsSync: it looks at what the link leads to, which may not be copied yet.
  if (lstatSync(at, { throwIfNoEntry: false })) return;
  mkdirSync(dirname(at), { recursive: true });
  symlinkSync(relative(dirname(from), realpathSync(from)), at);
}

if (import.meta.main) {
  const [service, folder] = process.argv.slice(2);
  if (!service || !folder) throw new Error('usage: node pack.mts <service> <folder>');
  const taken = pack(process.cwd(), service, resolve(folder));
  process.stdout.write(`${service}: ${taken.length} packages\n`);
}
