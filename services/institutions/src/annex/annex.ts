import type { Scheme } from '@qi/contracts';
import { problems } from '@qi/kernel';
import { sitesNamed } from '@qi/provider';
import type { Annex, AnnexDetails } from '@qi/provider';
import type { Mapping } from '../annex-file/cma-table';

/**
 * `whole`: all that is held at its sites under the scheme; what it lacks, ends. `extension` (扩项): only what is added
 * or changed.
 */
export const annexExtents = ['whole', 'extension'] as const;
export type AnnexExtent = (typeof annexExtents)[number];

interface Scheduled {
  scheme: Scheme;
  extent: AnnexExtent;
  uploaded?: boolean;
}

export type ScopeAnnexDetails = AnnexDetails & Scheduled;

/** One version of an institution's scope schedule. */
export interface ScopeAnnex extends Annex, Scheduled {
  mapping: Mapping;
  activatedAt: Date | null;
}

export const scopeAnnexProblem = problems('annex', {
  header: {
    kind: 'invalid',
    zh: '没有找到表头：至少要有标准号和参数两列',
    en: 'no header was found: columns for the standard and the parameter are needed',
  },
  'one-site-twice': {
    kind: 'invalid',
    zh: '两个场所编号指向同一场所：{siteId}',
    en: 'two numbers of places stand for one site: {siteId}',
  },
});

/** Throws when two places of the annex are one site. */
export function assertPlacesApart({ places }: Pick<AnnexDetails, 'places'>): void {
  const numbered = Object.values(places);
  const twice = numbered.find((id, at) => numbered.indexOf(id) < at);
  if (twice !== undefined) throw scopeAnnexProblem['one-site-twice']({ siteId: twice });
}

/** Sites whose lines the annex speaks for: those it names by number, the only one, or all. */
export function sitesOf(annex: AnnexDetails, sites: readonly { readonly id: string }[]): string[] {
  const named = sitesNamed(annex);
  return named.length > 0 ? named : sites.map(({ id }) => id);
}
