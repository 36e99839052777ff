import type { Factor } from '../gate';
import { distance } from './distance';
import { loadBalance } from './load-balance';
import { onTime } from './on-time';
import { oneStop } from './one-stop';
import { preference } from './preference';
import { promisedDate } from './promised-date';
import { rating } from './rating';

/** The factors of every element; the policy weighs them by name. Adding one is one file and one line. */
export const commonFactors: readonly Factor[] = [
  promisedDate,
  distance,
  onTime,
  rating,
  loadBalance,
  oneStop,
  preference,
];
