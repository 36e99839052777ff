import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
}

const dist = join(__dirname, '../dist');
const manifestFile = join(dist, '.vite/manifest.json');
const KB = 1000;
const HOME = 'src/public/routes.tsx';

const manifest = existsSync(manifestFile)
  ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Chunk>)
  : {};

/** A chunk with all that it loads before it runs. */
function loadedWith(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const each of manifest[name]?.imports ?? []) loadedWith(each, seen);
  return seen;
}

const weight = (names: Iterable<string>) =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, manifest[name]!.file))).length, 0) / KB;

const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry) ?? '';
const home = new Set([...loadedWith(entry), ...loadedWith(HOME)]);
const others = Object.keys(manifest).filter((name) => manifest[name]?.isDynamicEntry && name !== HOME);

// JavaScript, gzipped, from the build that every `npm test` makes first.
describe('what a visitor loads', () => {
  it('was built', () => {
    expect(Object.keys(manifest)).toContain(HOME);
  });

  it('home: at most 200 kB', () => {
    expect(weight(home)).toBeLessThanOrEqual(200);
  });

  it.each(others)('%s: at most 150 kB more', (name) => {
    expect(weight([...loadedWith(name)].filter((each) => !home.has(each)))).toBeLessThanOrEqual(150);
  });
});
