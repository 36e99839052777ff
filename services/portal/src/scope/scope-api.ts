import {
  institutionsAnnexApprove,
  institutionsAnnexGet,
  institutionsAnnexLines,
  institutionsAnnexList,
  institutionsAnnexRefusals,
  institutionsAnnexReject,
  institutionsAnnexSubmit,
  institutionsInstitutionGet,
  metrologyAnnexApprove,
  metrologyAnnexGet,
  metrologyAnnexLines,
  metrologyAnnexList,
  metrologyAnnexRefusals,
  metrologyAnnexReject,
  metrologyAnnexSubmit,
  metrologyInstituteGet,
  type InstitutionsAnnexLineResponse,
  type InstitutionsAnnexResponse,
  type MetrologyAnnexLineResponse,
} from '../api/generated';

/** Annexes are handled alike by the two services that have scopes; their lines differ. */
export type Annex = Omit<InstitutionsAnnexResponse, 'institutionId' | 'scheme' | 'extent'>;
export type AnnexLine = Partial<InstitutionsAnnexLineResponse> & Partial<MetrologyAnnexLineResponse>;

const institutions = {
  list: institutionsAnnexList,
  get: institutionsAnnexGet,
  lines: institutionsAnnexLines,
  refusals: institutionsAnnexRefusals,
  submit: institutionsAnnexSubmit,
  approve: institutionsAnnexApprove,
  reject: institutionsAnnexReject,
  holder: institutionsInstitutionGet,
};
type ScopeApi = typeof institutions;

export const scopeServices = ['institutions', 'metrology'] as const;
export type ScopeService = (typeof scopeServices)[number];

export const scopeApis: Readonly<Record<ScopeService, ScopeApi>> = {
  institutions,
  metrology: {
    list: metrologyAnnexList,
    get: metrologyAnnexGet,
    lines: metrologyAnnexLines,
    refusals: metrologyAnnexRefusals,
    submit: metrologyAnnexSubmit,
    approve: metrologyAnnexApprove,
    reject: metrologyAnnexReject,
    holder: metrologyInstituteGet,
  } as unknown as ScopeApi,
};

export const annexKey = (service: ScopeService) => [service, 'annex'] as const;
