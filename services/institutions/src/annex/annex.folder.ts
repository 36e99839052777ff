import { join } from 'node:path';
import type { ServiceConfig } from '@qi/platform';

/** Where uploaded annexes wait to be read. */
export function annexFolder({ dataDir }: Pick<ServiceConfig, 'dataDir'>): string {
  return join(dataDir, 'institutions-annexes');
}
