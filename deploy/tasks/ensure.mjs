// Runs on whatever Node ≥ 20 the machine has, before anything is installed: no imports beyond node:*.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const marker = join(root, 'node_modules/.installed');
const builtMarker = join(root, 'node_modules/.cache/built');
export const node = join(root, 'node_modules/.bin/node');

export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a command in the project's root; its output goes to stderr, so that stdout stays free for results. With `quiet` the
 * output is shown only when the command fails.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { quiet?: boolean }} [options]
 * @returns {Promise<void>}
 */
export function run(command, args, { quiet = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2],
      ...options,
    });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => output.push(part));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(output));
      reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}`));
    });
  });
}

/** The environment in which `node` is the pinned one, as under `npm run`. */
export function withPinnedNode() {
  return { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}` };
}

async function timed(what, work) {
  say(`· ${what} …`);
  const started = Date.now();
  await work();
  say(`  ${what}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(
    `Node ${process.versions.node} is too old: install Node 20.19 or newer (https://nodejs.org). 请安装 Node 20.19 或更高版本。`,
  );
  process.exit(1);
}

/**
 * Installs the packages when the lock file is not the one that was installed last. `npm ci` would refuse a lock file that
 * does not list the binaries of every platform; `--no-save` leaves the lock file as it is too.
 */
export async function ensureInstalled() {
  requireNode();
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  await timed('installing packages (about a minute the first time)', () =>
    run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']),
  );
  writeFileSync(marker, lock);
}

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

/** Names, sizes and times of what is built from, and of what was built: while they stay, the build has nothing to do. */
function stateOfBuild() {
  const state = createHash('sha256');
  const shared = ['package-lock.json', 'tsconfig.base.json', '.swcrc', 'nx.json'].map((name) => join(root, name));
  const own = ['libs', 'services'].flatMap((name) => [...filesIn(join(root, name))]);
  for (const path of [...shared, ...own]) {
    const { size, mtimeMs } = statSync(path);
    state.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return state.digest('hex');
}

/** Builds every package; unchanged ones come from the cache, which is not even asked when nothing was touched. */
export async function ensureBuilt() {
  if (existsSync(builtMarker) && readFileSync(builtMarker, 'utf8') === stateOfBuild()) return;
  await build();
  mkdirSync(dirname(builtMarker), { recursive: true });
  writeFileSync(builtMarker, stateOfBuild());
}

/** The portal is built from what the services say of themselves, which is about to be written anew. */
export async function ensureServicesBuilt() {
  await build('--exclude=@qi/portal');
}

async function build(...some) {
  await timed('building', () =>
    run(
      node,
      [join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--output-style=static', ...some],
      { env: { ...withPinnedNode(), NX_TUI: 'false', NX_DAEMON: 'false' }, quiet: true },
    ),
  );
}

/** Hands over to a TypeScript file under the pinned Node: signals go through, its exit code is ours. */
export function handOver(file, args) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, file), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: withPinnedNode(),
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
