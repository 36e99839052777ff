import type { Transitions } from '@qi/kernel';

export const serviceRequestStatuses = [
  'draft',
  'submitted',
  'returned',
  'refused',
  'accepted',
  'in-service',
  'completed',
  'closed',
  'withdrawn',
] as const;
export type ServiceRequestStatus = (typeof serviceRequestStatuses)[number];

export const serviceRequestTransitions = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['accepted', 'returned', 'refused', 'withdrawn'],
  returned: ['submitted', 'withdrawn'],
  refused: [],
  accepted: ['in-service', 'withdrawn'],
  'in-service': ['completed', 'withdrawn'],
  completed: ['closed', 'in-service'],
  closed: [],
  withdrawn: [],
} as const satisfies Transitions<ServiceRequestStatus>;

export const serviceRequestFinals: readonly ServiceRequestStatus[] = ['refused', 'closed', 'withdrawn'];
