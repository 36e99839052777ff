import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answer } from '../api/answer';
import { serviceRequestsServiceRequestCounts, serviceRequestsServiceRequestList } from '../api/generated';
import { savedViews, type ViewKey } from './views';

const key = ['service-requests', 'service-request'];

export function useWorkList(view: ViewKey) {
  const { filter } = savedViews[view];
  return useInfiniteQuery({
    queryKey: [...key, 'list', view],
    queryFn: ({ pageParam }) =>
      answer(serviceRequestsServiceRequestList({ query: { limit: 50, ...filter, ...pageParam } })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next ? { after: next } : undefined),
  });
}

export function useCounts() {
  return useQuery({
    queryKey: [...key, 'counts'],
    queryFn: () => answer(serviceRequestsServiceRequestCounts({ query: {} })),
  });
}
