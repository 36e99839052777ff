import { createHash } from 'node:crypto';

/**
 * SHA-256 of a value's JSON text, lower-case hex. The text is what a `json` column keeps and what JSON.parse and
 * JSON.stringify give again, so the hash can be checked years later from the stored record.
 */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
