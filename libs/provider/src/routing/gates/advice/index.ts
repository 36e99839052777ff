import type { AdviceFacts } from '../../facts';
import type { Gate } from '../../gate';

/** Gates of advice. Adding one is one file and one line. */
export const adviceGates: readonly Gate<AdviceFacts>[] = [];
