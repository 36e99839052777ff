import type { Gate } from '../../gate';
import { areaServed } from './area-served';
import { capacity } from './capacity';
import { conflictOfInterest } from './conflict-of-interest';
import { dispatchedTo } from './dispatched-to';
import { eligibleForItem } from './eligible-for-item';
import { notExcluded } from './not-excluded';
import { providerActive } from './provider-active';

/** The gates of every element, in the order in which a failure is told. Adding one is one file and one line. */
export const commonGates: readonly Gate[] = [
  providerActive,
  notExcluded,
  dispatchedTo,
  eligibleForItem,
  conflictOfInterest,
  areaServed,
  capacity,
];
