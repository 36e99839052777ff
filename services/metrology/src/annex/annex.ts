import { nameKey, problems } from '@qi/kernel';
import { sitesNamed } from '@qi/provider';
import type { AnnexDetails } from '@qi/provider';
import type { CapabilityDetails } from '../capability/capability';

export const capabilityAnnexProblem = problems('annex', {
  header: {
    kind: 'invalid',
    zh: '没有找到表头：须有被测量、规范代号、测量范围、扩展不确定度四列',
    en: 'no header was found: columns for measurand, method, range and uncertainty are needed',
  },
  'no-site': {
    kind: 'invalid',
    zh: '机构有多个场所，须指明场所',
    en: 'the institute has several sites: name the site',
  },
});

/** Throws when the annex names no site: which one is meant, only an institute with a single one leaves open. */
export function assertPlaced(details: AnnexDetails): void {
  if (sitesNamed(details).length === 0) throw capabilityAnnexProblem['no-site']();
}

/** What makes a capability the same one in the next annex; its uncertainty may differ. */
export function keyOf(capability: CapabilityDetails): string {
  const { siteId, measurand, instrumentKinds, method, rangeMin, rangeMax, unit, onSite } = capability;
  const kinds = instrumentKinds.map(nameKey).sort();
  return JSON.stringify([siteId, nameKey(measurand), kinds, nameKey(method), rangeMin, rangeMax, unit, onSite]);
}

/** Whether a new annex says something else of a capability than the register. */
export function differs(held: CapabilityDetails, wanted: CapabilityDetails): boolean {
  const of = ({ uncertainty, uncertaintyUnit, k, validTo }: CapabilityDetails) => [
    uncertainty,
    uncertaintyUnit,
    k,
    validTo,
  ];
  return of(held).join(' ') !== of(wanted).join(' ');
}
