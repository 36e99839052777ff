import { calibrationGates } from '@qi/provider';
import type { Gate } from '@qi/provider';
import type { MetrologyFacts } from './candidate';
import { legalAuthority } from './legal-authority';

export const metrologyGates: readonly Gate<MetrologyFacts>[] = [...calibrationGates, legalAuthority];
