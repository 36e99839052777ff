import { by, everyoneAll, overAll, type Permissions } from './permission';

/** What comes with the libraries that a service is built on: its working days. */
export const calendar: Permissions = { CalendarController_get: everyoneAll };

/** And, where it hears messages, those that it could not take. */
export const messages: Permissions = {
  DeadLetterController_list: overAll('administrator', 'operator'),
  DeadLetterController_get: overAll('administrator', 'operator'),
  DeadLetterController_drop: overAll('administrator', 'operator'),
  DeadLetterController_replay: overAll('administrator', 'operator'),
};

/** Where firms' and persons' data are read: an auditor sees all looks, an owner those at its own. */
export const accessLog: Permissions = {
  AccessLogController_list: by('applicant', 'quality-manager', 'finance', 'expert', 'trainer', 'auditor'),
};
