import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem';

/**
 * Keys start with service and aggregate (`['service-requests', 'service-request', …]`): the stream of changes names both,
 * and everything under them is fetched anew.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 2 && !(error instanceof ProblemError && error.status < 500),
    },
  },
});
