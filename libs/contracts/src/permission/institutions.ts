import { by, everyone, open, reaching, type Permissions } from './permission';

const register = reaching(everyone, { clerk: 'all', steward: 'all' });

/** Providers of testing and certification. Clerks and stewards see all of them. */
export const institutions: Permissions = {
  InstitutionController_apply: by('coordinator', 'administrator'),
  InstitutionController_list: register,
  InstitutionController_get: register,
  InstitutionController_amend: by('coordinator', 'administrator'),
  InstitutionController_activate: by('administrator'),
  QualificationController_record: by('coordinator', 'administrator'),
  QualificationController_list: register,
  InstitutionController_refuse: by('administrator'),
  ScopeLineController_enter: by('coordinator', 'administrator'),
  ScopeLineController_activateMany: by('administrator'),
  InstitutionController_addSite: by('coordinator', 'administrator'),
  InstitutionController_amendSite: by('coordinator', 'administrator'),
  InstitutionController_suspend: by('administrator'),
  InstitutionController_withdraw: by('coordinator', 'administrator'),
  PublicInstitutionController_list: open,
  PublicInstitutionController_get: open,
  ScopeLineController_listUsable: open,
  QualificationController_prolong: by('administrator'),
  QualificationController_activate: by('administrator'),
  QualificationController_suspend: by('administrator'),
  QualificationController_withdraw: by('administrator'),
  ScopeLineController_list: register,
  ScopeLineController_amend: by('coordinator', 'administrator'),
  ScopeLineController_activate: by('administrator'),
  ScopeLineController_suspend: by('administrator'),
  ScopeLineController_versions: register,
  ScopeLineController_withdraw: by('coordinator', 'administrator'),
};
