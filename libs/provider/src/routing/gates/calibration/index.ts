import type { CalibrationFacts } from '../../facts';
import type { Gate } from '../../gate';
import { capabilityValid } from './capability-valid';
import { cmcWithinTolerance } from './cmc-within-tolerance';
import { doneOnSite } from './done-on-site';
import { measurandCovered } from './measurand-covered';
import { rangeCovered } from './range-covered';
import { siteHasAllMeasurements } from './site-has-all';

/** Gates of calibration and verification, in the order in which a failure is told. Adding one is one file and one line. */
export const calibrationGates: readonly Gate<CalibrationFacts>[] = [
  measurandCovered,
  rangeCovered,
  capabilityValid,
  cmcWithinTolerance,
  doneOnSite,
  siteHasAllMeasurements,
];
