import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, createRemoteJWKSet, errors } from 'jose';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import { jwksUrl, keysFolder } from '../config/service-config';
import type { ServiceConfig } from '../config/service-config';
import { devKeys } from './dev-keys';

const RELOAD_AT_MOST_EVERY_MS = 1_000;

/** The keys of the JWKS address, cached; a key id that is not among them makes them be fetched again. */
export function keySource(config: ServiceConfig): JWTVerifyGetKey {
  const url = jwksUrl(config);
  if (url.protocol !== 'file:') return createRemoteJWKSet(url, { cooldownDuration: RELOAD_AT_MOST_EVERY_MS });
  const prepared = config.jwks ? Promise.resolve() : devKeys(keysFolder(config)).then(() => undefined);
  // Awaited by the first token; a failure must not end the process before that.
  prepared.catch(() => undefined);
  return fromFile(url, prepared);
}

function fromFile(url: URL, prepared: Promise<void>): JWTVerifyGetKey {
  let loaded: { keys: JWTVerifyGetKey; at: number } | undefined;
  const load = async (): Promise<JWTVerifyGetKey> => {
    await prepared;
    const keys = createLocalJWKSet(JSON.parse(await readFile(url, 'utf8')) as JSONWebKeySet);
    loaded = { keys, at: performance.now() };
    return keys;
  };
  return async (header, token) => {
    const known = loaded?.keys ?? (await load());
    try {
      return await known(header, token);
    } catch (error) {
      const fresh = loaded !== undefined && performance.now() - loaded.at < RELOAD_AT_MOST_EVERY_MS;
      if (!(error instanceof errors.JWKSNoMatchingKey) || fresh) throw error;
      return (await load())(header, token);
    }
  };
}
