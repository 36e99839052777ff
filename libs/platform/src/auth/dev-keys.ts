import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serviceNames } from '@qi/contracts';
import { newId } from '@qi/kernel';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { JWK } from 'jose';
import type { Actor } from './actor';
import { writeOnce } from './write-once';

const PRIVATE = 'signing-key.json';
const PUBLIC = 'jwks.json';

export interface SigningKeys {
  /** Private key as JWK, with `kid` and `alg`. */
  readonly signing: JWK;
  readonly jwksFile: string;
}

/** The development key pair of a folder, made on first use. Several processes may do so at once: the first one wins. */
export async function devKeys(folder: string): Promise<SigningKeys> {
  await mkdir(folder, { recursive: true });
  const jwksFile = join(folder, PUBLIC);
  if ((await read(join(folder, PRIVATE))) === undefined)
    await writeOnce(join(folder, PRIVATE), JSON.stringify(await newKey(), null, 2), 0o600);
  const signing = await read(join(folder, PRIVATE));
  if (!signing) throw new Error(`the signing key in ${folder} is gone`);
  if ((await read(jwksFile)) === undefined)
    await writeOnce(jwksFile, JSON.stringify({ keys: [publicPart(signing)] }, null, 2), 0o644);
  return { signing, jwksFile };
}

/** Signs what the gateway would sign after a login; for every service unless an audience is named. `ttl` is in seconds and may be negative in tests. */
export async function signToken(
  keys: SigningKeys,
  actor: Actor,
  options: { audience?: string | readonly string[] | undefined; issuer?: string; ttl?: number } = {},
): Promise<string> {
  const { sub, name, org, roles, areas } = actor;
  const { alg = 'ES256', kid = '' } = keys.signing;
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ name, roles: [...roles], areas: [...areas], ...(org ? { org } : {}) })
    .setProtectedHeader({ alg, kid, typ: 'JWT' })
    .setSubject(sub)
    .setIssuer(options.issuer ?? 'qi')
    .setAudience([options.audience ?? serviceNames].flat())
    .setJti(newId())
    .setIssuedAt(now)
    .setExpirationTime(now + (options.ttl ?? 8 * 3600))
    .sign(await importJWK(keys.signing, alg));
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, alg: 'ES256', use: 'sig', kid: await calculateJwkThumbprint(jwk) };
}

function publicPart({ kty, crv, x, y, alg, use, kid }: JWK): JWK {
  return { kty, crv, x, y, alg, use, kid } as JWK;
}

async function read(file: string): Promise<JWK | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
