import {
  expertsPolicyGet,
  expertsPolicyPut,
  expertsSimulationPreview,
  institutionsPolicyGet,
  institutionsPolicyPut,
  institutionsSimulationPreview,
  metrologyPolicyGet,
  metrologyPolicyPut,
  metrologySimulationPreview,
} from '../api/generated';

export const policyServices = ['institutions', 'metrology', 'experts'] as const;
export type PolicyService = (typeof policyServices)[number];

/** Providers route alike, since one library serves them: the calls of one stand for all. */
const institutions = {
  get: institutionsPolicyGet,
  put: institutionsPolicyPut,
  preview: institutionsSimulationPreview,
};
type PolicyApi = typeof institutions;

export const policyApis: Readonly<Record<PolicyService, PolicyApi>> = {
  institutions,
  metrology: {
    get: metrologyPolicyGet,
    put: metrologyPolicyPut,
    preview: metrologySimulationPreview,
  } as unknown as PolicyApi,
  experts: {
    get: expertsPolicyGet,
    put: expertsPolicyPut,
    preview: expertsSimulationPreview,
  } as unknown as PolicyApi,
};
