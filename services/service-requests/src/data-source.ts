import { messagingEntities, messagingMigrations } from '@qi/messaging';
import { AttachmentRow } from './attachment/attachment.row';
import { EnterpriseRow } from './enterprise/enterprise.row';
import { MemberRow } from './enterprise/member.row';
import { CreatePlatform1795300001000 } from './migrations/202611221601-create-platform';
import { CreateEnterprise1795300002000 } from './migrations/202611221602-create-enterprise';
import { CreateServiceItem1795300003000 } from './migrations/202611221603-create-service-item';
import { CreateAttachment1795300004000 } from './migrations/202611221604-create-attachment';
import { CreateRating1795300005000 } from './migrations/202611221605-create-rating';
import { PlatformRow } from './platform/platform.row';
import { RatingRow } from './rating/rating.row';
import { ServiceItemRow } from './service-item/service-item.row';

/** One line per row class. */
export const entities = [
  ...messagingEntities,
  PlatformRow,
  EnterpriseRow,
  MemberRow,
  ServiceItemRow,
  AttachmentRow,
  RatingRow,
];

export const migrations = [
  ...messagingMigrations,
  CreatePlatform1795300001000,
  CreateEnterprise1795300002000,
  CreateServiceItem1795300003000,
  CreateAttachment1795300004000,
  CreateRating1795300005000,
];
