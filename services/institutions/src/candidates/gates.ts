import { testingGates } from '@qi/provider';
import { openOnDate } from './open-on-date';

/** The gates of institutions after the common ones. A new one needs its form for numbers in `field-mask.ts` too. */
export const institutionGates = [...testingGates, openOnDate];
