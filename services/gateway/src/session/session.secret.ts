import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits in base64url, for a browser to keep. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database knows of a secret: whoever reads a backup cannot use it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
