import type { Transitions } from '@qi/kernel';

export const taskStatuses = [
  'waiting',
  'opened',
  'unroutable',
  'offered',
  'accepted',
  'in-progress',
  'delivered',
  'confirmed',
  'cancelled',
] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** `offered`, `accepted` and `in-progress` fall back to `opened` when the provider declines, lets the offer lapse or gives up. */
export const taskTransitions = {
  waiting: ['opened', 'cancelled'],
  opened: ['offered', 'unroutable', 'cancelled'],
  unroutable: ['opened', 'offered', 'cancelled'],
  offered: ['accepted', 'opened', 'unroutable', 'cancelled'],
  accepted: ['in-progress', 'delivered', 'opened', 'cancelled'],
  'in-progress': ['delivered', 'opened', 'cancelled'],
  delivered: ['confirmed', 'in-progress'],
  confirmed: [],
  cancelled: [],
} as const satisfies Transitions<TaskStatus>;

export const taskFinals: readonly TaskStatus[] = ['confirmed', 'cancelled'];
