import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer } from '../api/answer';
import { serviceRequestsServiceRequestGet, serviceRequestsServiceRequestLifeLine } from '../api/generated';
import { LIFE_LINE } from './case-paths';

const aggregate = ['service-requests', 'service-request'] as const;

export function useCase(id: string) {
  return useQuery({
    queryKey: [...aggregate, id],
    queryFn: () => answer(serviceRequestsServiceRequestGet({ path: { id } })),
  });
}

export function useCaseLifeLine(id: string) {
  return useQuery({
    queryKey: [...aggregate, id, 'life-line'],
    queryFn: () => answer(serviceRequestsServiceRequestLifeLine({ path: { id }, query: LIFE_LINE })),
  });
}

/** One step on a case; whatever shows requests or their tasks is fetched anew after it. */
export function useCaseCommand<Input = void>(run: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSettled: () => client.invalidateQueries({ queryKey: aggregate }),
  });
}
