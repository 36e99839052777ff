import type { Element } from '@qi/contracts';
import { useQuery } from '@tanstack/react-query';
import { answer } from '../api/answer';
import { institutionsPublicInstitutionList } from '../api/generated';
import { useOpenPlatforms } from '../catalogue/use-items';
import { useWords } from '../i18n/use-words';
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
  readonly place?: Place;
  readonly path?: string;
}

const MANY = 200;

/** Everything that can be shown; undefined until it is known. */
export function usePoints(): readonly Point[] | undefined {
  const say = useWords();
  const { data: windows } = useOpenPlatforms();
  const { data: institutions } = useQuery({
    queryKey: ['institutions', 'institution', 'public', 'map'],
    queryFn: async () => (await answer(institutionsPublicInstitutionList({ query: { limit: MANY } }))).items,
    staleTime: 300_000,
  });
  if (!windows || !institutions) return undefined;
  return [
    ...windows.map(({ id, name, areaCodes, address, location }) => ({
      ...{ id, kind: 'window' as const, name: say(name), areaCode: areaCodes[0] ?? '', address: address ?? '' },
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
