/**
 * Keys that stand in records as their place here. Records are read for ever: a word is never taken out or moved, a new
 * one comes at the end.
 */
export const WORDS: readonly string[] = [
  ...['demand', 'asOf', 'epoch', 'field', 'candidates', 'standards', 'taskId', 'requestId', 'round', 'element'],
  ...['itemCode', 'enterprise', 'urgency', 'consents', 'excluded', 'preferred', 'eligibleProviders', 'dispatchedTo'],
  ...['needBy', 'object', 'tests', 'measurements', 'skills', 'schemes', 'place', 'plannedDate', 'text', 'parameter'],
  ...['methodStandard', 'id', 'uscc', 'name', 'areaCode', 'industryCode', 'longitude', 'latitude', 'subcontracting'],
  ...['disclosure', 'loads', 'own', 'same', 'names', 'providerId', 'siteId', 'capacityPerWeek', 'openJobs', 'facts'],
  ...['onTimeRate', 'rating', 'areasServed', 'conflicts', 'active', 'inactiveReason', 'leadDays', 'sameRequestJobs'],
  ...['lines', 'lineId', 'scheme', 'status', 'validFrom', 'validTo', 'limitNote', 'clauses', 'closedOn', 'number'],
  ...[
    'family',
    'inForceFrom',
    'endsOn',
    'successors',
    'mandatory',
    'passed',
    'gateCounts',
    'order',
    'misses',
    'shared',
  ],
  ...['found', 'provider-active', 'not-excluded', 'dispatched-to', 'eligible-for-item', 'conflict-of-interest'],
  ...['area-served', 'capacity', 'open-on-date', 'standard-in-force', 'scope-covers-object', 'scope-covers-parameter'],
  ...['scope-covers-method-of-that-year', 'line-valid-on-planned-date', 'equipment-in-calibration', 'limit-note'],
  ...['scheme-present', 'site-has-all'],
];
