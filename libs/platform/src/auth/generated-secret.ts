import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceConfig } from '../config/service-config';
import { keysFolder } from '../config/service-config';
import { writeOnce } from './write-once';

/** A secret that processes of one machine share, made by whichever asks first: 256 bits in base64url. */
export async function generatedSecret(config: Pick<ServiceConfig, 'dataDir'>, name: string): Promise<string> {
  const folder = keysFolder(config);
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name}.secret`);
  await writeOnce(file, randomBytes(32).toString('base64url'), 0o600);
  return readFile(file, 'utf8');
}
