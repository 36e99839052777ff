import { useQuery } from '@tanstack/react-query';
import { answer } from '../api/answer';
import {
  expertsVerificationFind,
  institutionsVerificationFind,
  metrologyVerificationFind,
  type InstitutionsVerifiedDeliverable,
} from '../api/generated';

export type Verified = InstitutionsVerifiedDeliverable;

/** What every provider handed over under a number; nothing is asked before there is one. */
export function useVerification(number: string) {
  return useQuery({
    queryKey: ['verification', number],
    queryFn: async () => {
      const asked = { query: { number } };
      const lists = await Promise.all([
        answer(institutionsVerificationFind(asked)),
        answer(metrologyVerificationFind(asked)),
        answer(expertsVerificationFind(asked)),
      ]);
      return lists.flatMap(({ items }) => items);
    },
    enabled: number !== '',
  });
}
