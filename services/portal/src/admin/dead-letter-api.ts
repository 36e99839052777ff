import {
  expertsDeadLetterDrop,
  expertsDeadLetterList,
  expertsDeadLetterReplay,
  institutionsDeadLetterDrop,
  institutionsDeadLetterList,
  institutionsDeadLetterReplay,
  metrologyDeadLetterDrop,
  metrologyDeadLetterList,
  metrologyDeadLetterReplay,
  monitoringDeadLetterDrop,
  monitoringDeadLetterList,
  monitoringDeadLetterReplay,
  serviceRequestsDeadLetterDrop,
  serviceRequestsDeadLetterList,
  serviceRequestsDeadLetterReplay,
} from '../api/generated';

export const deadLetterServices = ['service-requests', 'institutions', 'metrology', 'experts', 'monitoring'] as const;
export type DeadLetterService = (typeof deadLetterServices)[number];

/** Every service keeps its own dead letters and answers for them alike: the calls of one stand for all. */
const monitoring = {
  list: monitoringDeadLetterList,
  replay: monitoringDeadLetterReplay,
  drop: monitoringDeadLetterDrop,
};
type DeadLetterApi = typeof monitoring;

export const deadLetterApis: Readonly<Record<DeadLetterService, DeadLetterApi>> = {
  monitoring,
  'service-requests': {
    list: serviceRequestsDeadLetterList,
    replay: serviceRequestsDeadLetterReplay,
    drop: serviceRequestsDeadLetterDrop,
  } as unknown as DeadLetterApi,
  institutions: {
    list: institutionsDeadLetterList,
    replay: institutionsDeadLetterReplay,
    drop: institutionsDeadLetterDrop,
  } as unknown as DeadLetterApi,
  metrology: {
    list: metrologyDeadLetterList,
    replay: metrologyDeadLetterReplay,
    drop: metrologyDeadLetterDrop,
  } as unknown as DeadLetterApi,
  experts: {
    list: expertsDeadLetterList,
    replay: expertsDeadLetterReplay,
    drop: expertsDeadLetterDrop,
  } as unknown as DeadLetterApi,
};
