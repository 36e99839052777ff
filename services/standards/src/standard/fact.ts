import type { EventData, StandardChangedV1 } from '@qi/contracts';
import type { Standard } from './standard';

/** Nothing is known of its dates: before any day on which something is planned. */
const LONG_AGO = '1900-01-01';

/**
 * What providers need of a standard. One that is withdrawn on a day that nobody knows ends, for them, on the day it
 * came into force: no planned date passes.
 */
export function factOf(
  standard: Standard,
  successors: readonly string[],
  at: Date,
): EventData<typeof StandardChangedV1> {
  const { number, family, title, mandatory, withdrawn } = standard;
  const inForceFrom = standard.inForceFrom ?? standard.issuedOn;
  const endsOn = standard.endsOn ?? (withdrawn ? (inForceFrom ?? LONG_AGO) : null);
  return {
    ...{ number, family, title, mandatory },
    ...(inForceFrom !== null && { inForceFrom }),
    ...(endsOn !== null && { endsOn }),
    successors: [...successors].sort(),
    at: at.toISOString(),
  };
}
