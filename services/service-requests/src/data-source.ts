import { accessLogEntities, accessLogMigrations } from '@qi/platform';
import { messagingEntities, messagingMigrations } from '@qi/messaging';
import { AttachmentRow } from './attachment/attachment.row';
import { EnterpriseRow } from './enterprise/enterprise.row';
import { MemberRow } from './enterprise/member.row';
import { CreatePlatform1795300001000 } from './migrations/202611221601-create-platform';
import { CreateEnterprise1795300002000 } from './migrations/202611221602-create-enterprise';
import { CreateServiceItem1795300003000 } from './migrations/202611221603-create-service-item';
import { CreateAttachment1795300004000 } from './migrations/202611221604-create-attachment';
import { CreateRating1795300005000 } from './migrations/202611221605-create-rating';
import { CreateLifeLine1795300010000 } from './migrations/202611221610-create-life-line';
import { CreateTimeLimit1795300011000 } from './migrations/202611221611-create-time-limit';
import { CreateServiceRequest1795300012000 } from './migrations/202611221612-create-service-request';
import { CreateTask1795300013000 } from './migrations/202611221613-create-task';
import { DocumentsOfLines1795807800000 } from './migrations/202611271900-documents-of-lines';
import { CreateWorkItem1795808400000 } from './migrations/202611271930-create-work-item';
import { LifeLineEntryRow } from './life-line/life-line.row';
import { LimitClockRow } from './time-limit/limit-clock.row';
import { ServiceRequestRow } from './service-request/service-request.row';
import { TaskRow } from './task/task.row';
import { TimeLimitRow } from './time-limit/time-limit.row';
import { PlatformRow } from './platform/platform.row';
import { RatingRow } from './rating/rating.row';
import { ServiceItemRow } from './service-item/service-item.row';
import { WorkItemRow } from './work-item/work-item.row';

/** One line per row class. */
export const entities = [
  ...messagingEntities,
  ...accessLogEntities,
  PlatformRow,
  EnterpriseRow,
  MemberRow,
  ServiceItemRow,
  AttachmentRow,
  RatingRow,
  LifeLineEntryRow,
  TimeLimitRow,
  LimitClockRow,
  ServiceRequestRow,
  TaskRow,
  WorkItemRow,
];

export const migrations = [
  ...messagingMigrations,
  ...accessLogMigrations,
  CreatePlatform1795300001000,
  CreateEnterprise1795300002000,
  CreateServiceItem1795300003000,
  CreateAttachment1795300004000,
  CreateRating1795300005000,
  CreateLifeLine1795300010000,
  CreateTimeLimit1795300011000,
  CreateServiceRequest1795300012000,
  CreateTask1795300013000,
  DocumentsOfLines1795807800000,
  CreateWorkItem1795808400000,
];
