import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { answer } from '../api/answer';
import { providerApis, type Job, type ProviderService } from './provider-api';

/** Which provider's desk this is; the pages below ask no further. */
export const ProviderContext = createContext<ProviderService>('institutions');

export function useProvider() {
  const service = use(ProviderContext);
  return { service, api: providerApis[service] };
}

export function useJobs(status: Job['status'] | undefined) {
  const { service, api } = useProvider();
  return useInfiniteQuery({
    queryKey: [service, 'job', 'list', status],
    queryFn: ({ pageParam }) => answer(api.list({ query: { limit: 50, ...(status ? { status } : {}), ...pageParam } })),
    initialPageParam: {} as { after?: string },
    getNextPageParam: ({ next }) => (next ? { after: next } : undefined),
  });
}

export function useJob(id: string) {
  const { service, api } = useProvider();
  return useQuery({ queryKey: [service, 'job', id], queryFn: () => answer(api.get({ path: { id } })) });
}

/** Why the job came here, in words. */
export function useDecision(id: string) {
  const { service, api } = useProvider();
  return useQuery({
    queryKey: [service, 'decision', id],
    queryFn: () => answer(api.decision({ path: { id } })),
    staleTime: Infinity,
  });
}

/** One step on a job; every list of jobs is fetched anew after it. */
export function useJobCommand<Input = void>(run: (input: Input) => Promise<unknown>) {
  const { service } = useProvider();
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSettled: () => client.invalidateQueries({ queryKey: [service, 'job'] }),
  });
}
