import type { ServiceRequestsCountsResponse, ServiceRequestsServiceRequestListData } from '../api/generated';

type Filter = NonNullable<ServiceRequestsServiceRequestListData['query']>;
type Counts = ServiceRequestsCountsResponse;

interface SavedView {
  readonly filter: Filter;
  readonly count: (counts: Counts) => number;
}

/** What a clerk works through, the oldest first. */
export const savedViews = {
  submitted: { filter: { status: 'submitted', order: 'oldest' }, count: ({ byStatus }) => byStatus['submitted'] ?? 0 },
  overdue: { filter: { overdue: true, order: 'oldest' }, count: ({ overdue }) => overdue },
  returned: { filter: { status: 'returned', order: 'oldest' }, count: ({ byStatus }) => byStatus['returned'] ?? 0 },
  moving: {
    filter: { status: 'in-service', order: 'oldest' },
    count: ({ byStatus }) => byStatus['in-service'] ?? 0,
  },
  all: { filter: { order: 'newest' }, count: ({ total }) => total },
} as const satisfies Record<string, SavedView>;

export type ViewKey = keyof typeof savedViews;
export const viewKeys = Object.keys(savedViews) as ViewKey[];
