import { problems } from '@qi/kernel';
import type { AreaCode } from '@qi/kernel';

/** One address of an institution. Scope is accredited per site; WGS-84 degrees. A closed site keeps its history. */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly areaCode: AreaCode;
  readonly longitude?: number;
  readonly latitude?: number;
  readonly open: boolean;
}

export type SiteDetails = Omit<Site, 'id' | 'open'>;

export const siteProblem = problems('site', {
  'not-found': { kind: 'not-found', zh: '机构没有这个场所：{id}', en: 'the institution has no such site: {id}' },
  'last-open': {
    kind: 'conflict',
    zh: '已入驻机构至少保留一个开放的场所',
    en: 'an active institution keeps at least one open site',
  },
});

export function findSite(sites: readonly Site[], id: string): Site | undefined {
  return sites.find((site) => site.id === id);
}

export function openSites(sites: readonly Site[]): readonly Site[] {
  return sites.filter((site) => site.open);
}

/** Replaces the given fields of one site. Throws `site/not-found`. */
export function changeSite(sites: readonly Site[], id: string, changes: Partial<Omit<Site, 'id'>>): Site[] {
  if (!findSite(sites, id)) throw siteProblem['not-found']({ id });
  return sites.map((site) => (site.id === id ? { ...site, ...changes } : site));
}
