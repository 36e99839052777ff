import { answer } from '../api/answer';
import {
  expertsAccessLogList,
  institutionsAccessLogList,
  metrologyAccessLogList,
  serviceRequestsAccessLogList,
  type ServiceRequestsAccessEntryResponse,
  type ServiceRequestsAccessPage,
} from '../api/generated';
import type { Cursors, Round } from './merge';

export const loggingServices = ['service-requests', 'institutions', 'metrology', 'experts'] as const;
export type LoggingService = (typeof loggingServices)[number];

export type AccessEntry = ServiceRequestsAccessEntryResponse;

export interface AccessFilter {
  readonly ownerId?: string;
  readonly sub?: string;
  readonly subjectId?: string;
  readonly subjectNumber?: string;
  readonly requestId?: string;
  readonly from?: string;
  readonly to?: string;
}

type List = typeof serviceRequestsAccessLogList;

/** Every service keeps its own log and answers for it alike. */
const lists: Readonly<Record<LoggingService, List>> = {
  'service-requests': serviceRequestsAccessLogList,
  institutions: institutionsAccessLogList as unknown as List,
  metrology: metrologyAccessLogList as unknown as List,
  experts: expertsAccessLogList as unknown as List,
};

export const fromTheStart: Cursors = Object.fromEntries(loggingServices.map((service) => [service, '']));

/** The next page of every service that has one. */
export async function nextRound(filter: AccessFilter, cursors: Cursors): Promise<Round<AccessEntry>> {
  const asked = Object.entries(cursors).map(async ([service, after]) => {
    const query = { limit: 50, ...filter, ...(after && { after }) };
    return [service, await answer(lists[service as LoggingService]({ query }))] as const;
  });
  return Object.fromEntries<ServiceRequestsAccessPage>(await Promise.all(asked));
}
