import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './encoding';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};
const COMPRESSED = /^(text|application|image\/svg)/;

export interface StaticFile {
  readonly type: string;
  readonly etag: string;
  /** The name holds a hash of the content: it never changes. */
  readonly lasting: boolean;
  readonly plain: Buffer;
  as(encoding: Encoding): Promise<Buffer>;
}

/** The built portal by path, in memory: what is not in here cannot be asked for. Empty where it was not built. */
export async function readPortal(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, StaticFile>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    files.set(path, staticFile(path, await readFile(file)));
  }
  return files;
}

/** Changes whenever the portal is built again. */
export async function buildTime(folder: string): Promise<number> {
  const found = await stat(join(folder, 'index.html')).catch(() => undefined);
  return found?.mtimeMs ?? 0;
}

function staticFile(path: string, plain: Buffer): StaticFile {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const made = new Map<Encoding, Promise<Buffer>>();
  return {
    ...{ type, plain, lasting: path.startsWith('/assets/') },
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    as: (encoding) => {
      const wanted = COMPRESSED.test(type) ? encoding : 'identity';
      const known = made.get(wanted) ?? compress(plain, wanted);
      made.set(wanted, known);
      return known;
    },
  };
}

async function compress(plain: Buffer, encoding: Encoding): Promise<Buffer> {
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_SIZE_HINT: hint } = constants;
  if (encoding === 'br') return promisify(brotliCompress)(plain, { params: { [quality]: 9, [hint]: plain.length } });
  return encoding === 'gzip' ? promisify(gzip)(plain, { level: 9 }) : plain;
}
