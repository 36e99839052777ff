import { useQuery } from '@tanstack/react-query';
import { answer } from '../api/answer';
import { standardsSearchSearch } from '../api/generated';

/** Standards by number or words; nothing is asked before there is a text. */
export function useStandards(text: string, limit: number) {
  return useQuery({
    queryKey: ['standards', 'standard', 'search', text, limit],
    queryFn: () =>
      text ? answer(standardsSearchSearch({ query: { q: text, limit } })) : { items: [], count: 0, capped: false },
  });
}
