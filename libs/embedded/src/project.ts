import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder with the workspace's package.json, however this file was compiled. */
function projectRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package-lock.json')) && !existsSync(join(folder, 'nx.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no project root above ${__dirname}`);
    folder = parent;
  }
  return folder;
}

/** Where servers keep their data unless told otherwise: git-ignored. */
export function defaultDataDir(): string {
  return join(projectRoot(), '.data');
}

/** Where downloads are kept: `QI_CACHE_DIR` lets several clones share them. */
export function cacheDir(): string {
  const shared = process.env['QI_CACHE_DIR'];
  return shared ? resolve(shared) : defaultDataDir();
}
