import { createHash, randomBytes } from 'node:crypto';

/** A secret that travels in a link, and what is kept of it. */
export interface NewToken {
  readonly token: string;
  readonly hash: Buffer;
}

export function newToken(): NewToken {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

/** SHA-256: enough for what is random; passwords take Argon2id. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
