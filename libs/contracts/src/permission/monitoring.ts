import { by, open, overAll, type Permissions } from './permission';

const flow = by('administrator', 'clerk', 'auditor', 'operator');

/** Counts and times. */
export const monitoring: Permissions = {
  EventLogController_list: overAll('auditor', 'operator'),
  ThroughputController_figures: open,
  StuckController_list: flow,
  ThroughputController_throughput: flow,
};
