import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pack } from './pack.mts';

let root: string;
let out: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'qi-pack-')));
  out = join(root, 'out');
  file('package.json', '{"workspaces":["libs/*","services/*"]}');
  workspace('services/desk', { dependencies: { '@qi/lib': '*', web: '1' }, devDependencies: { '@qi/tools': '*' } });
  workspace('libs/lib', { dependencies: { shared: '2' }, optionalDependencies: { 'other-platform': '1' } });
  workspace('libs/tools', { dependencies: { 'test-server': '1' } });
  symlink('node_modules/@qi/lib', '../../libs/lib');
  symlink('node_modules/@qi/tools', '../../libs/tools');
  installed('node_modules/web', {
    peerDependencies: { peer: '1', extra: '1' },
    peerDependenciesMeta: { extra: { optional: true } },
  });
  installed('node_modules/peer', {});
  installed('node_modules/extra', {});
  installed('node_modules/shared', { version: '1.0.0' });
  installed('libs/lib/node_modules/shared', { version: '2.0.0' });
  installed('node_modules/test-server', {});
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

it('takes what the service names, through its libraries, and no test tool', () => {
  expect(pack(root, 'desk', out)).toEqual([
    'libs/lib',
    'libs/lib/node_modules/shared',
    'node_modules/peer',
    'node_modules/web',
    'services/desk',
  ]);
});

it('keeps the place of every package, so that each finds the version it was installed with', () => {
  pack(root, 'desk', out);
  const shared = join(realpathSync(join(out, 'node_modules/@qi/lib')), 'node_modules/shared/package.json');
  expect(shared.startsWith(out)).toBe(true);
  expect(JSON.parse(readFileSync(shared, 'utf8'))).toEqual({ version: '2.0.0' });
});

it('leaves sources, types and maps behind', () => {
  pack(root, 'desk', out);
  expect(existsSync(join(out, 'services/desk/dist/main.js'))).toBe(true);
  for (const idle of ['services/desk/src', 'node_modules/web/index.d.ts', 'node_modules/web/index.js.map']) {
    expect(existsSync(join(out, idle))).toBe(false);
  }
});

it('takes the built pages that a service ships, and not what they were built from', () => {
  workspace('services/pages', { dependencies: { 'test-server': '1' } });
  workspace('services/edge', { dependencies: { shared: '1' }, ships: ['services/pages'] });
  expect(pack(root, 'edge', out)).toEqual(['node_modules/shared', 'services/edge', 'services/pages']);
  expect(existsSync(join(out, 'services/pages/dist/main.js'))).toBe(true);
});

it('a dependency that is not installed is named', () => {
  rmSync(join(root, 'node_modules/peer'), { recursive: true });
  expect(() => pack(root, 'desk', out)).toThrow('node_modules/web needs peer, which is not installed');
});

function workspace(folder: string, manifest: object): void {
  file(`${folder}/package.json`, JSON.stringify(manifest));
  file(`${folder}/src/main.ts`, '');
  file(`${folder}/dist/main.js`, '');
}

function installed(folder: string, manifest: object): void {
  file(`${folder}/package.json`, JSON.stringify(manifest));
  for (const name of ['index.js', 'index.d.ts', 'index.js.map']) file(`${folder}/${name}`, '');
}

function file(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function symlink(path: string, to: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(to, join(root, path));
}
