import type { EnterpriseRef } from '@qi/contracts';
import type { Enterprise } from '../enterprise/enterprise';
import type { RequestLine } from '../request-line/request-line';
import type { Act, Channel, Contact, ServiceRequest } from '../service-request/service-request';

/** What the firm writes. */
export interface DraftContent {
  readonly platformId: string;
  readonly title: string | null;
  readonly problem: string | null;
  readonly needBy: string | null;
  readonly contact: Contact | null;
  readonly attachmentIds: string[];
  readonly lines: RequestLine[];
  readonly itemCodes: string[];
}

interface Ids {
  readonly id: string;
  readonly number: string;
}

export function newDraft(
  ids: Ids,
  content: DraftContent & { readonly enterprise: Enterprise },
  channel: Channel,
  { by, at }: Act,
): ServiceRequest {
  const { enterprise, ...written } = content;
  return {
    ...ids,
    ...written,
    ...noHistory,
    version: 1,
    status: 'draft',
    channel,
    enterpriseId: enterprise.id,
    enterprise: enterpriseRef(enterprise),
    areaCode: enterprise.areaCode,
    copiedFromId: null,
    createdBy: by,
    createdAt: at,
    updatedAt: at,
  };
}

/** The same need again: dates that have passed are left open, everything else stays to be looked over. */
export function copyOf(
  { source, enterprise }: { readonly source: ServiceRequest; readonly enterprise: Enterprise },
  ids: Ids,
  { by, at }: Act,
  today: string,
): ServiceRequest {
  const { enterpriseId, platformId, title, problem, contact, attachmentIds, itemCodes } = source;
  return {
    ...ids,
    ...{ enterpriseId, platformId, title, problem, contact, attachmentIds, itemCodes },
    enterprise: enterpriseRef(enterprise),
    areaCode: enterprise.areaCode,
    ...noHistory,
    version: 1,
    status: 'draft',
    channel: source.channel,
    needBy: source.needBy && source.needBy >= today ? source.needBy : null,
    lines: source.lines.map((line) => withoutPast(line, today)),
    copiedFromId: source.id,
    createdBy: by,
    createdAt: at,
    updatedAt: at,
  };
}

function withoutPast(line: RequestLine, today: string): RequestLine {
  const { needBy, demand, ...rest } = line;
  const { plannedDate, ...demanded } = demand;
  return {
    ...rest,
    ...(needBy && needBy >= today ? { needBy } : {}),
    demand: { ...demanded, ...(plannedDate && plannedDate >= today ? { plannedDate } : {}) },
  };
}

const noHistory = {
  answer: null,
  withdrawal: null,
  submittedAt: null,
  acceptedAt: null,
  completedAt: null,
  closedAt: null,
  ratedAt: null,
} as const;

/** The firm's values as providers get them. */
export function enterpriseRef(enterprise: Enterprise): EnterpriseRef {
  const { id, uscc, name, areaCode, industryCode, longitude, latitude } = enterprise;
  return {
    ...{ id, uscc, name, areaCode, industryCode },
    ...(longitude === null || latitude === null ? {} : { longitude, latitude }),
  };
}
