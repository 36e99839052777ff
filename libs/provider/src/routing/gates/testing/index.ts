import type { ScopeFacts } from '../../facts';
import type { Gate } from '../../gate';
import { equipmentInCalibration } from './equipment-in-calibration';
import { limitNote } from './limit-note';
import { lineValidOnPlannedDate } from './line-valid-on-planned-date';
import { schemePresent } from './scheme-present';
import { scopeCoversMethodOfThatYear } from './scope-covers-method-of-that-year';
import { scopeCoversObject } from './scope-covers-object';
import { scopeCoversParameter } from './scope-covers-parameter';
import { siteHasAll } from './site-has-all';
import { standardInForce } from './standard-in-force';

/** Gates of testing and certification, in the order in which a failure is told. Adding one is one file and one line. */
export const testingGates: readonly Gate<ScopeFacts>[] = [
  standardInForce,
  scopeCoversObject,
  scopeCoversParameter,
  scopeCoversMethodOfThatYear,
  lineValidOnPlannedDate,
  equipmentInCalibration,
  limitNote,
  schemePresent,
  siteHasAll,
];
