import { elementWords } from '@qi/contracts';
import type { Element } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import type { Candidate, ScopeFacts, ScopeLineFact } from '@qi/provider';
import type { HeldLine, ImageFacts, ImageSite, ImageTerm, ImageTerms } from './register-image';
import type { ScopeKeys } from './scope-keys';

export interface TestingFacts extends ScopeFacts {
  /** Of the planned date: the day itself when the institution is closed on it. */
  readonly closedOn?: string;
}

export interface Wanted {
  readonly element: Element;
  readonly plannedDate: string;
  /** Names asked for that a line covers under another name. */
  readonly namesOf?: (line: Pick<ScopeLineFact, 'object' | 'parameter'>) => CoveredNames;
}

export type CoveredNames = Pick<ScopeLineFact, 'objectNames' | 'parameterNames'>;

/**
 * The candidates of one institution: each open site that holds one of the lines that concern the demand. All lines go along, whichever site holds
 * them, so that a gate can say what is missing here and held there.
 */
export function candidatesOf(
  image: ImageTerms,
  held: readonly HeldLine[],
  keys: ScopeKeys,
  wanted: Wanted,
): Candidate<TestingFacts>[] {
  const { facts } = image;
  const lines = linesOf(image, held, keys).map((line) => ({ ...line, ...wanted.namesOf?.(line) }));
  const holding = new Set(lines.map(({ siteId }) => siteId));
  const closed = facts.closedDates.includes(wanted.plannedDate) ? { closedOn: wanted.plannedDate } : {};
  const sites = facts.sites.filter((site) => site.open && holding.has(site.id));
  return sites.map((site) => ({ ...ofSite(image, site, wanted.element), facts: { lines, ...closed } }));
}

function ofSite({ institutionId, facts }: ImageTerms, site: ImageSite, element: Element): Omit<Candidate, 'facts'> {
  const { name, areasServed, capacityPerWeek, conflicts } = facts;
  const { areaCode, longitude, latitude } = site;
  const inactiveReason = whyInactive(facts, element);
  return {
    ...{ providerId: institutionId, name, siteId: site.id, areaCode, areasServed, capacityPerWeek, conflicts },
    openJobs: 0,
    ...(longitude === undefined || latitude === undefined ? {} : { longitude, latitude }),
    active: inactiveReason === undefined,
    ...(inactiveReason ? { inactiveReason } : {}),
  };
}

function whyInactive({ status, statusReason, elements }: ImageFacts, element: Element): Words | undefined {
  if (status !== 'active') return { zh: `机构已暂停：${statusReason ?? ''}`, en: `suspended: ${statusReason ?? ''}` };
  if (elements.includes(element)) return undefined;
  const { zh, en } = elementWords[element];
  return { zh: `机构不提供“${zh}”服务`, en: `does not provide: ${en}` };
}

function linesOf({ terms }: ImageTerms, held: readonly HeldLine[], keys: ScopeKeys): ScopeLineFact[] {
  return held.flatMap(([key, place], at): ScopeLineFact[] => {
    const term = terms[place];
    return term ? [factOf(term, key, keys, at)] : [];
  });
}

function factOf(term: ImageTerm, key: number, keys: ScopeKeys, at: number): ScopeLineFact {
  const [siteId, scheme, status, suspendedReason, validFrom, validTo, limitNote, clauses, equipmentValidTo] = term;
  return {
    lineId: String(at).padStart(5, '0'),
    ...{ siteId, scheme, object: keys.objectOf(key), parameter: keys.parameterOf(key) },
    methodStandard: keys.standardOf(key),
    ...(limitNote === null ? {} : { limitNote }),
    ...(clauses === null ? {} : { clauses }),
    status,
    ...(suspendedReason === null ? {} : { suspendedReason }),
    ...{ validFrom, validTo },
    ...(equipmentValidTo && { equipmentValidTo }),
  };
}
