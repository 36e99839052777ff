import type { Transitions } from '@qi/kernel';

export const jobStatuses = [
  'offered',
  'declined',
  'expired',
  'accepted',
  'in-progress',
  'completed',
  'reworked',
  'cancelled',
  'terminated',
] as const;
export type JobStatus = (typeof jobStatuses)[number];

export const jobTransitions = {
  offered: ['accepted', 'declined', 'expired', 'cancelled'],
  declined: [],
  expired: [],
  accepted: ['in-progress', 'cancelled', 'terminated'],
  'in-progress': ['completed', 'cancelled', 'terminated'],
  completed: ['reworked'],
  reworked: ['in-progress', 'cancelled', 'terminated'],
  cancelled: [],
  terminated: [],
} as const satisfies Transitions<JobStatus>;

/** `completed` ends a job unless the firm asks for rework. */
export const jobFinals: readonly JobStatus[] = ['declined', 'expired', 'completed', 'cancelled', 'terminated'];
