import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder that others may pass through, as a project's folder usually is; root's own would be closed. */
export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'qi-embedded-'));
  chmodSync(dir, 0o755);
  return dir;
}
