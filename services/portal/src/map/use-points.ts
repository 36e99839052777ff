import type { Element } from '@qi/contracts';
import { useQuery } from '@tanstack/react-query';
import { answer } from '../api/answer';
import {
  institutionsPublicInstitutionList,
  type InstitutionsPublicInstitutionResponse,
  type ServiceRequestsServiceItemResponse,
} from '../api/generated';
import { useOpenPlatforms } from '../catalogue/use-items';
import { useWords } from '../i18n/use-words';
import { isOnMap } from './filter';
import type { Place } from './outlines';

/** A window or a site of an institution. */
export interface Point {
  readonly id: string;
  readonly kind: 'window' | 'institution';
  readonly name: string;
  readonly areaCode: string;
  readonly address: string;
  /** Of institutions; a window serves every element. */
  readonly elements?: readonly Element[];
  /** Of windows; an institution serves every industry. */
  readonly industries?: readonly string[];
  readonly place?: Place;
  readonly path?: string;
}

const MANY = 200;
const MAX_PAGES = 20;

type Institution = InstitutionsPublicInstitutionResponse;
type Asked = NonNullable<Parameters<typeof institutionsPublicInstitutionList>[0]>['query'];

/** All of them, not a page: the nearest one may be the last. */
async function fetchAll(asked: Asked): Promise<Institution[]> {
  const found: Institution[] = [];
  let after: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query = { limit: MANY, ...asked, ...(after && { after }) };
    const { items, next } = await answer(institutionsPublicInstitutionList({ query }));
    found.push(...items);
    if (!next) break;
    after = next;
  }
  return found;
}

/** Those that may do the item, or all. */
async function fetchInstitutions(item: ServiceRequestsServiceItemResponse | undefined): Promise<Institution[]> {
  if (!item) return fetchAll({});
  if (!isOnMap(item)) return [];
  const { element, standards = [], eligibleProviderIds: eligible = [] } = item;
  const found = await fetchAll({ element, ...(standards.length > 0 && { standards }) });
  return eligible.length === 0 ? found : found.filter(({ id }) => eligible.includes(id));
}

/** Windows, and institutions: all of them or, where an item is needed, who may do it today. Undefined until it is known. */
export function usePoints(item: ServiceRequestsServiceItemResponse | undefined): readonly Point[] | undefined {
  const say = useWords();
  const { data: windows } = useOpenPlatforms();
  const { data: institutions } = useQuery({
    queryKey: ['institutions', 'institution', 'public', 'map', item?.id],
    queryFn: () => fetchInstitutions(item),
    staleTime: 300_000,
  });
  if (!windows || !institutions) return undefined;
  return [
    ...windows.map(({ id, name, areaCodes, industryCodes, address, location }) => ({
      ...{ id, kind: 'window' as const, name: say(name), areaCode: areaCodes[0] ?? '', address: address ?? '' },
      industries: industryCodes,
      ...(location && { place: [location.longitude, location.latitude] as const }),
    })),
    ...institutions.flatMap(({ id, name, elements, sites }) =>
      sites.map(({ id: siteId, areaCode, address, longitude, latitude }) => ({
        ...{ id: siteId, kind: 'institution' as const, name, areaCode, address, elements },
        path: `/institutions/${id}`,
        ...(longitude !== undefined && latitude !== undefined && { place: [longitude, latitude] as const }),
      })),
    ),
  ];
}
