import { by, everyone, reaching, type Permissions } from './permission';

const register = reaching(everyone, { clerk: 'all', steward: 'all' });

/** Experts. Clerks and stewards see all of them. */
export const experts: Permissions = {
  ExpertController_enter: by('administrator'),
  ExpertController_list: register,
  ExpertController_get: register,
  ExpertController_amend: by('expert', 'administrator'),
  ExpertController_pause: by('expert', 'administrator'),
  ExpertController_resume: by('expert', 'administrator'),
};
