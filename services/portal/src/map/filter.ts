import { elements, providerOf, type Element } from '@qi/contracts';

export const kinds = ['all', 'window', 'institution'] as const;
export type Kind = (typeof kinds)[number];

/** What the reader wants to see; all of it stands in the address. */
export interface MapFilter {
  readonly kind: Kind;
  readonly element?: Element;
  /** GB/T 4754, a division or finer. */
  readonly industry?: string;
  /** Code of the service item that is needed. */
  readonly item?: string;
  /** County from where distances count. */
  readonly area?: string;
}

interface Shown {
  readonly kind: 'window' | 'institution';
  readonly elements?: readonly Element[];
  readonly industries?: readonly string[];
}

/** What a point does not say of itself does not hide it: a window serves every element, an institution every industry. */
export function fits({ kind, elements: served, industries }: Shown, filter: MapFilter): boolean {
  const { element, industry } = filter;
  return (
    (filter.kind === 'all' || kind === filter.kind) &&
    (!element || !served || served.includes(element)) &&
    (!industry || !industries || industries.some((code) => code.startsWith(industry) || industry.startsWith(code)))
  );
}

/** Whether those who do such an item are institutions of the register, which have a place on the map. */
export function isOnMap({ element }: { readonly element: Element }): boolean {
  return providerOf[element] === 'institutions';
}

/** A hand-written address may hold anything: what is unknown is no filter. */
export function filterOf(search: URLSearchParams): MapFilter {
  const of = (name: string) => search.get(name) ?? '';
  const kind = kinds.find((each) => each === of('kind')) ?? 'all';
  const element = elements.find((each) => each === of('element'));
  return {
    kind,
    ...(element && { element }),
    ...Object.fromEntries(
      (['industry', 'item', 'area'] as const).flatMap((name) => (of(name) ? [[name, of(name)]] : [])),
    ),
  };
}

export function searchOf(filter: MapFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== 'all'));
}
