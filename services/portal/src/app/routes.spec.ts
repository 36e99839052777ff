import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { visits } from '../../test/visits';

const src = join(__dirname, '..');
const portal = readFileSync(join(__dirname, 'portal.tsx'), 'utf8');

const early = readFileSync(join(src, 'early.ts'), 'utf8');

/** File of each area, then the area of each name that the portal gives one. */
const loaded = new Map(
  [...early.matchAll(/(\w+): \(\) => import\('\.\/([\w/-]+)'\)/g)].map(([, area, file]) => [area, file] as const),
);
const files = new Map(
  [...portal.matchAll(/const (\w+) = lazy\(areas\.(\w+)\)/g)].map(
    ([, name, area]) => [name, loaded.get(area)] as const,
  ),
);

/** Addresses below an area; the last of its routes, for whatever else is typed, is none. */
function below(file: string): string[] {
  const path = join(src, `${file}.tsx`);
  if (!file.endsWith('/routes') || !existsSync(path)) return [''];
  const routes = readFileSync(path, 'utf8').matchAll(/<Route (?:index|path="([^"]+)")/g);
  return [...routes].map(([, route = '']) => route).filter((route) => route !== '*');
}

/** Every page of the portal, each with the addresses that it has: two areas may be made of the same pages. */
function pages(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, path = '', element = ''] of portal.matchAll(/<Route path="([^"]+)" element=\{(.+)\} \/>/g)) {
    const file = files.get([...element.matchAll(/<(\w+)/g)].at(-1)?.[1] ?? '');
    if (!file) continue;
    for (const route of below(file)) {
      const address = `${path.replace(/\/\*$/, '')}/${route}`.replace(/(?<=.)\/$/, '');
      found.set(`${file} ${route}`, [...(found.get(`${file} ${route}`) ?? []), address]);
    }
  }
  return found;
}

const visited = Object.values(visits)
  .flat()
  .map((path) => path.replace(/[?#].*/, ''));

const isVisited = (address: string) => {
  const pattern = new RegExp(`^${address.replace(/:\w+/g, '[^/]+')}$`);
  return visited.some((path) => pattern.test(path));
};

describe('the sweep over every page', () => {
  it('knows the areas', () => {
    expect([...pages().keys()]).toEqual(expect.arrayContaining(['firm/routes requests/:id', 'map/map-page ']));
    expect(pages().size).toBeGreaterThan(40);
  });

  it('misses none', () => {
    const missed = [...pages()].filter(([, addresses]) => !addresses.some(isVisited)).map(([, addresses]) => addresses);
    expect(missed).toEqual([]);
  });
});
