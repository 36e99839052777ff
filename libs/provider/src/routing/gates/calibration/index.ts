import type { CalibrationFacts } from '../../facts';
import type { Gate } from '../../gate';

/** Gates of calibration and verification. Adding one is one file and one line. */
export const calibrationGates: readonly Gate<CalibrationFacts>[] = [];
