import { accessLogEntities, accessLogMigrations } from '@qi/platform';
import { LossRow } from './accreditation/loss.row';
import { ReportFlagRow } from './accreditation/report-flag.row';
import { DecisionRow } from './decision/decision.row';
import { JobFileRow } from './job/job-file.row';
import { JobRow } from './job/job.row';
import { CreateProvider1795428001000 } from './migrations/202611231001-create-provider';
import { CreateAccreditation1795806000000 } from './migrations/202611271900-create-accreditation';
import { CreateSimulation1795807800000 } from './migrations/202611271930-create-simulation';
import { AddLoadChangedBy1795777260000 } from './migrations/202611271901-add-load-changed-by';
import { IndexDeliverableNumbers1795818600000 } from './migrations/202611272230-index-deliverable-numbers';
import { CreateLoadHistory1795816800000 } from './migrations/202611272200-create-load-history';
import { RoutingPolicyRow } from './policy/routing-policy.row';
import { SimulationRow } from './simulate/simulation.row';
import { StandardRow } from './standard/standard.row';
import { OpenedTaskRow } from './task/opened-task.row';

/** What a provider service spreads into its data source. */
export const providerEntities = [
  ...accessLogEntities,
  OpenedTaskRow,
  JobRow,
  JobFileRow,
  DecisionRow,
  RoutingPolicyRow,
  StandardRow,
  LossRow,
  SimulationRow,
  ReportFlagRow,
] as const;
export const providerMigrations = [
  ...accessLogMigrations,
  CreateProvider1795428001000,
  AddLoadChangedBy1795777260000,
  CreateAccreditation1795806000000,
  CreateSimulation1795807800000,
  CreateLoadHistory1795816800000,
  IndexDeliverableNumbers1795818600000,
] as const;
