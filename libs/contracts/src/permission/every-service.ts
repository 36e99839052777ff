import { everyoneAll, overAll, type Permissions } from './permission';

/** What every service has beside its own features. */
export const everyService: Permissions = {
  CalendarController_get: everyoneAll,
  DeadLetterController_list: overAll('administrator', 'operator'),
  DeadLetterController_get: overAll('administrator', 'operator'),
  DeadLetterController_drop: overAll('administrator', 'operator'),
  DeadLetterController_replay: overAll('administrator', 'operator'),
};
