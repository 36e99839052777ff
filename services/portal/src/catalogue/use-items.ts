import { useQuery } from '@tanstack/react-query';
import { answer } from '../api/answer';
import {
  serviceRequestsPlatformList,
  serviceRequestsServiceItemList,
  type ServiceRequestsServiceItemResponse,
} from '../api/generated';

const MAX_PAGES = 20;

/** Every published item: the recogniser and the form need them all, and there are hundreds, not thousands. */
async function fetchItems(): Promise<ServiceRequestsServiceItemResponse[]> {
  const items: ServiceRequestsServiceItemResponse[] = [];
  let after: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query = { status: 'published', limit: 100, ...(after && { after }) } as const;
    const { items: more, next } = await answer(serviceRequestsServiceItemList({ query }));
    items.push(...more);
    if (!next) break;
    after = next;
  }
  return items;
}

export function useItems() {
  return useQuery({
    queryKey: ['service-requests', 'service-item', 'published'],
    queryFn: fetchItems,
    staleTime: 300_000,
  });
}

export function useOpenPlatforms() {
  return useQuery({
    queryKey: ['service-requests', 'platform', 'open'],
    queryFn: async () => (await answer(serviceRequestsPlatformList({ query: { status: 'open', limit: 100 } }))).items,
    staleTime: 300_000,
  });
}
