import type { AdviceFacts } from '../../facts';
import type { Gate } from '../../gate';
import { availableOnDate } from './available-on-date';
import { skillHeld } from './skill-held';

/** Gates of advice. Adding one is one file and one line. */
export const adviceGates: readonly Gate<AdviceFacts>[] = [skillHeld, availableOnDate];
