import { join } from 'node:path';
import type { ServiceConfig } from '@qi/platform';

/** Where uploaded files wait for their import. */
export function importFolder({ dataDir }: Pick<ServiceConfig, 'dataDir'>): string {
  return join(dataDir, 'standards-imports');
}
