import { by, everyone, everyoneAll, open, overAll, reaching, type Permission, type Permissions } from './permission';

const coordinators = ['coordinator', 'metrology-coordinator', 'expert', 'trainer'] as const;
const deliverers = [...coordinators, 'signatory', 'metrology-signatory'] as const;
const workers = [...deliverers, 'receiver', 'tester', 'reviewer', 'metrology-verifier'] as const;
const overseers = ['clerk', 'steward', 'administrator', 'operator', 'auditor'] as const;
/** An operator, too, sees the cases of its areas alone. */
const cases = (permission: Permission) => reaching(permission, { operator: 'area' });
/** A provider its own, a firm those done for it, an overseer those of firms in its areas. */
const jobs = cases(everyone);
const decisions = cases(by(...overseers, ...coordinators, 'applicant', 'quality-manager'));

/** What every provider of an element has. */
export const provider: Permissions = {
  DecisionController_list: decisions,
  DecisionController_get: decisions,
  DecisionController_replay: cases(by(...overseers)),
  JobController_list: jobs,
  JobController_get: jobs,
  JobController_accept: by(...coordinators),
  JobController_complete: by(...deliverers),
  JobController_decline: by(...coordinators),
  JobController_deliver: by(...deliverers),
  JobController_download: jobs,
  JobController_progress: by(...workers),
  JobController_terminate: by(...coordinators),
  PolicyController_get: overAll(...overseers),
  PolicyController_put: overAll('administrator'),
  DecisionController_explain: by(...overseers, 'applicant', 'quality-manager'),
  SimulationController_preview: overAll('administrator'),
  SimulationController_simulate: overAll('administrator'),
  SimulationController_get: overAll('administrator', 'auditor'),
  FairnessController_report: overAll('administrator', 'auditor'),
  ReportFlagController_list: jobs,
  VerificationController_find: open,
  StandardController_list: everyoneAll,
  StandardController_put: overAll('administrator'),
};
