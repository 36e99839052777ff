import { open, overAll, type Permissions } from './permission';

/** The library of standards. */
export const standards: Permissions = {
  ImpactController_get: overAll('clerk', 'steward', 'administrator', 'auditor'),
  ImportController_start: overAll('administrator'),
  ImportController_list: overAll('administrator'),
  ImportController_get: overAll('administrator'),
  ImportController_refusals: overAll('administrator'),
  PublicStandardController_getByNumber: open,
  SearchController_search: open,
  PublicStandardController_get: open,
  PublicStandardController_succession: open,
  StandardController_enter: overAll('administrator'),
  StandardController_correct: overAll('administrator'),
};
