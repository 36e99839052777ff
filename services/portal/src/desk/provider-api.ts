import {
  expertsDecisionGet,
  expertsJobAccept,
  expertsJobComplete,
  expertsJobDecline,
  expertsJobDeliver,
  expertsJobGet,
  expertsJobList,
  expertsJobProgress,
  institutionsDecisionGet,
  institutionsJobAccept,
  institutionsJobComplete,
  institutionsJobDecline,
  institutionsJobDeliver,
  institutionsJobGet,
  institutionsJobList,
  institutionsJobProgress,
  metrologyDecisionGet,
  metrologyJobAccept,
  metrologyJobComplete,
  metrologyJobDecline,
  metrologyJobDeliver,
  metrologyJobGet,
  metrologyJobList,
  metrologyJobProgress,
  type InstitutionsDeclineJob,
  type InstitutionsJobDeliverable,
  type InstitutionsJobDetail,
  type InstitutionsJobResponse,
} from '../api/generated';

export type Job = InstitutionsJobResponse;
export type JobDetail = InstitutionsJobDetail;
export type DeclineReason = InstitutionsDeclineJob['reasonCode'];
export type DeliverableKind = InstitutionsJobDeliverable['kind'];

/** Providers answer alike, since one library serves them: the calls of one stand for all. */
const institutions = {
  list: institutionsJobList,
  get: institutionsJobGet,
  accept: institutionsJobAccept,
  decline: institutionsJobDecline,
  progress: institutionsJobProgress,
  deliver: institutionsJobDeliver,
  complete: institutionsJobComplete,
  decision: institutionsDecisionGet,
};
type ProviderApi = typeof institutions;

export const providerApis = {
  institutions,
  metrology: {
    list: metrologyJobList,
    get: metrologyJobGet,
    accept: metrologyJobAccept,
    decline: metrologyJobDecline,
    progress: metrologyJobProgress,
    deliver: metrologyJobDeliver,
    complete: metrologyJobComplete,
    decision: metrologyDecisionGet,
  } as unknown as ProviderApi,
  experts: {
    list: expertsJobList,
    get: expertsJobGet,
    accept: expertsJobAccept,
    decline: expertsJobDecline,
    progress: expertsJobProgress,
    deliver: expertsJobDeliver,
    complete: expertsJobComplete,
    decision: expertsDecisionGet,
  } as unknown as ProviderApi,
};
export type ProviderService = keyof typeof providerApis;

/** The service in which the roles in hand find their jobs. */
export function providerOfRoles(roles: readonly string[]): ProviderService {
  if (roles.includes('expert') || roles.includes('trainer')) return 'experts';
  return roles.some((role) => role.startsWith('metrology-')) ? 'metrology' : 'institutions';
}
