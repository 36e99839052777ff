import { DecisionRow } from './decision/decision.row';
import { JobFileRow } from './job/job-file.row';
import { JobRow } from './job/job.row';
import { CreateProvider1795428001000 } from './migrations/202611231001-create-provider';
import { RoutingPolicyRow } from './policy/routing-policy.row';
import { StandardRow } from './standard/standard.row';
import { OpenedTaskRow } from './task/opened-task.row';

/** What a provider service spreads into its data source. */
export const providerEntities = [
  OpenedTaskRow,
  JobRow,
  JobFileRow,
  DecisionRow,
  RoutingPolicyRow,
  StandardRow,
] as const;
export const providerMigrations = [CreateProvider1795428001000] as const;
