import { useInfiniteQuery } from '@tanstack/react-query';
import { fromTheStart, nextRound, type AccessFilter } from './access-log-api';
import { cursorsAfter, merged } from './merge';

/** Who looked at what, over every service that keeps a log, newest first. */
export function useAccessLog(filter: AccessFilter, enabled = true) {
  return useInfiniteQuery({
    queryKey: ['access-log', filter],
    queryFn: ({ pageParam }) => nextRound(filter, pageParam),
    initialPageParam: fromTheStart,
    getNextPageParam: cursorsAfter,
    select: ({ pages, pageParams }) => ({ pages: [{ items: merged(pages) }], pageParams }),
    enabled,
  });
}
