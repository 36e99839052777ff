import { by, everyone, reaching, type Permissions } from './permission';

const owners = ['applicant', 'quality-manager', 'administrator'] as const;
/** A firm's ledger: nothing for providers, nor for those who run the platform. */
const ledger = reaching(by(...owners, 'finance', 'clerk', 'steward', 'auditor'), { clerk: 'all', steward: 'all' });
const register = reaching(everyone, { clerk: 'all', steward: 'all' });

/** Providers of verification and calibration, and firms’ instruments. Clerks and stewards see all of them. */
export const metrology: Permissions = {
  CitationController_list: reaching(by('clerk', 'steward', 'administrator', 'auditor'), {
    clerk: 'all',
    steward: 'all',
  }),
  CapabilityController_list: register,
  CapabilityController_versions: register,
  CapabilityController_amend: by('metrology-coordinator', 'administrator'),
  CapabilityController_activate: by('administrator'),
  CapabilityController_suspend: by('administrator'),
  CapabilityController_withdraw: by('metrology-coordinator', 'administrator'),
  InstituteController_apply: by('metrology-coordinator', 'administrator'),
  InstituteController_list: register,
  InstituteController_get: register,
  InstituteController_amend: by('metrology-coordinator', 'administrator'),
  InstituteController_activate: by('administrator'),
  CapabilityController_enter: by('metrology-coordinator', 'administrator'),
  InstituteController_refuse: by('administrator'),
  InstituteController_addSite: by('metrology-coordinator', 'administrator'),
  InstituteController_closeSite: by('metrology-coordinator', 'administrator'),
  InstituteController_suspend: by('administrator'),
  InstituteController_withdraw: by('metrology-coordinator', 'administrator'),
  InstrumentController_enter: by(...owners),
  InstrumentController_list: ledger,
  InstrumentController_get: ledger,
  InstrumentController_amend: by(...owners),
  InstrumentController_resume: by(...owners),
  InstrumentController_scrap: by(...owners),
  InstrumentController_send: by(...owners),
  InstrumentController_stop: by(...owners),
  InstrumentController_takeBack: by(...owners),
  AnnexController_submit: by('metrology-coordinator', 'administrator'),
  AnnexController_list: register,
  AnnexController_get: register,
  AnnexController_lines: register,
  AnnexController_refusals: register,
  AnnexController_approve: by('administrator'),
  AnnexController_reject: by('administrator'),
};
