import type { ScopeFacts } from '../../facts';
import type { Gate } from '../../gate';

/** Gates of testing and certification, in the order in which a failure is told. Adding one is one file and one line. */
export const testingGates: readonly Gate<ScopeFacts>[] = [];
