import { elementWords } from '@qi/contracts';
import type { Element } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import type { Candidate, ScopeFacts, ScopeLineFact } from '@qi/provider';
import type { RegisterCertificate, RegisterInstitution, RegisterLine, RegisterSite } from './register';

export interface TestingFacts extends ScopeFacts {
  /** Of the planned date: the day itself when the institution is closed on it. */
  readonly closedOn?: string;
}

export interface Wanted {
  readonly element: Element;
  readonly plannedDate: string;
  /** Names asked for that a line covers under another name. */
  readonly namesOf?: (line: RegisterLine) => CoveredNames;
}

export type CoveredNames = Pick<ScopeLineFact, 'objectNames' | 'parameterNames'>;

/**
 * The candidates of one institution: each open site that holds one of the lines. All lines go along, whichever site holds
 * them, so that a gate can say what is missing here and held there.
 */
export function candidatesOf(
  institution: RegisterInstitution,
  lines: readonly RegisterLine[],
  wanted: Wanted,
): Candidate<TestingFacts>[] {
  const holding = new Set(lines.map((line) => line.siteId));
  const closed = institution.closedDates.includes(wanted.plannedDate) ? { closedOn: wanted.plannedDate } : {};
  const facts = {
    lines: lines.map((line) => ({ ...factOf(line, institution.certificates), ...wanted.namesOf?.(line) })),
    ...closed,
  };
  const sites = institution.sites.filter((site) => site.open && holding.has(site.id));
  return sites.map((site) => ({ ...ofSite(institution, site, wanted.element), facts }));
}

function ofSite(institution: RegisterInstitution, site: RegisterSite, element: Element): Omit<Candidate, 'facts'> {
  const { id, name, areasServed, capacityPerWeek, conflicts } = institution;
  const { areaCode, longitude, latitude } = site;
  const inactiveReason = whyInactive(institution, element);
  return {
    ...{ providerId: id, name, siteId: site.id, areaCode, areasServed, capacityPerWeek, conflicts, openJobs: 0 },
    ...(longitude === undefined || latitude === undefined ? {} : { longitude, latitude }),
    active: inactiveReason === undefined,
    ...(inactiveReason ? { inactiveReason } : {}),
  };
}

function whyInactive({ status, statusReason, elements }: RegisterInstitution, element: Element): Words | undefined {
  if (status !== 'active') return { zh: `机构已暂停：${statusReason ?? ''}`, en: `suspended: ${statusReason ?? ''}` };
  if (elements.includes(element)) return undefined;
  const { zh, en } = elementWords[element];
  return { zh: `机构不提供“${zh}”服务`, en: `does not provide: ${en}` };
}

/** A line is worth no more than the certificate it stands on, where that certificate is in the register. */
function factOf(line: RegisterLine, certificates: readonly RegisterCertificate[]): ScopeLineFact {
  const { id, siteId, scheme, object, parameter, standard, clauses, limitNote } = line;
  const certificate = certificates.find((other) => other.scheme === scheme && other.number === line.certNo);
  return {
    ...{ lineId: id, siteId, scheme, object, parameter, methodStandard: standard },
    ...(clauses.length > 0 ? { clauses } : {}),
    ...(limitNote === null ? {} : { limitNote }),
    ...statusOf(line, certificate),
    ...validityOf(line, certificate),
  };
}

function statusOf(line: RegisterLine, certificate: RegisterCertificate | undefined) {
  const weaker = line.status === 'active' && certificate && certificate.status !== 'active';
  const { status, reason } = weaker ? certificate : { status: line.status, reason: line.statusReason };
  return reason === null ? { status } : { status, suspendedReason: reason };
}

function validityOf({ validFrom, validTo }: RegisterLine, certificate: RegisterCertificate | undefined) {
  if (!certificate) return { validFrom, validTo };
  return {
    validFrom: certificate.validFrom > validFrom ? certificate.validFrom : validFrom,
    validTo: certificate.validTo < validTo ? certificate.validTo : validTo,
  };
}
