import { by, open, overAll, reaching, type Permissions } from './permission';

const flow = reaching(by('administrator', 'clerk', 'auditor', 'operator'), { auditor: 'all' });

/** Counts and times. */
export const monitoring: Permissions = {
  EventLogController_list: overAll('auditor', 'operator'),
  ThroughputController_figures: open,
  StuckController_list: flow,
  ThroughputController_throughput: flow,
};
