import { useQuery } from '@tanstack/react-query';
import { answer } from '../api/answer';
import { serviceRequestsEnterpriseGet } from '../api/generated';
import { useSession } from '../session/session';

export const firmKey = (id: string) => ['service-requests', 'enterprise', id] as const;

/** A firm that the reader may see; nothing is asked without an id. */
export function useEnterprise(id: string) {
  return useQuery({
    queryKey: firmKey(id),
    queryFn: () => answer(serviceRequestsEnterpriseGet({ path: { id } })),
    enabled: id !== '',
  });
}

/** The firm that the person acts for. */
export function useFirm() {
  const { acting } = useSession();
  return useEnterprise(acting?.organisation.kind === 'enterprise' ? acting.organisation.id : '');
}
