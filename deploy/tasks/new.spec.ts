import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const root = join(__dirname, '../..');
const skipped = new Set(['node_modules', 'dist', '.git', '.data', '.nx']);

/** A copy of the workspace whose packages are its own and whose dependencies are the real ones. */
function copyWorkspace(folder: string): void {
  for (const entry of ['libs', 'services', 'deploy', 'package.json', 'tsconfig.base.json', 'jest.preset.cjs', '.swcrc'])
    cpSync(join(root, entry), join(folder, entry), { recursive: true, filter: (path) => !skipped.has(basename(path)) });
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@qi'), { recursive: true });
  for (const entry of readdirSync(join(root, 'node_modules')))
    if (entry !== '@qi') symlinkSync(join(root, 'node_modules', entry), join(modules, entry));
  for (const lib of readdirSync(join(folder, 'libs')))
    symlinkSync(join(folder, 'libs', lib), join(modules, '@qi', lib));
}

describe('npm run new › what it writes compiles and passes its tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qi-new-'));
  const run = (...args: string[]) =>
    execFileSync(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, QI_NEW_ROOT: folder },
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const make = (...args: string[]) =>
    run('--disable-warning=ExperimentalWarning', join(root, 'deploy/tasks/new.mts'), ...args);
  const compile = (service: string) =>
    run('node_modules/typescript/bin/tsc', '-p', join('services', service, 'tsconfig.json'), '--noEmit');

  beforeAll(() => copyWorkspace(folder));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('a service with a feature', () => {
    make('service', 'sample-desk');
    make('feature', 'sample-desk', 'sample-box');
    compile('sample-desk');
    run(
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      '--rootDir',
      join('services', 'sample-desk'),
      '--config',
      join('services', 'sample-desk', 'jest.config.cjs'),
      '--runInBand',
    );
  });

  it('a feature in a service that has features already', () => {
    make('feature', 'experts', 'reading-list');
    compile('experts');
  });

  it('a provider, with its line in the provider map', () => {
    make('provider', 'brand-desk', 'brand');
    compile('brand-desk');
  });

  it('refuses a name that is not kebab-case, an unknown service and a second time, and overwrites nothing', () => {
    expect(() => make('feature', 'experts', 'Bad_Name')).toThrow();
    expect(() => make('feature', 'nowhere', 'thing')).toThrow(/there is no service nowhere/);
    expect(() => make('feature', 'experts', 'reading-list')).toThrow(/exists already/);
  });
});
