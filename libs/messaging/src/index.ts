import { DeadLetterRow } from './dead-letter/dead-letter.row';
import { CreateMessaging1795428000000 } from './migrations/202611231000-create-messaging';
import { InboxRow, OutboxRow } from './outbox/outbox.row';

/** Every service spreads these into its data source. */
export const messagingEntities = [OutboxRow, InboxRow, DeadLetterRow];
export const messagingMigrations = [CreateMessaging1795428000000];

export { Handles, HandlesChunk } from './consumer/handles';
export type { ReceivedEvent } from './consumer/received-event';
export { deadLetterController } from './dead-letter/dead-letter.controller';
export { DeadLetters } from './dead-letter/dead-letters';
export type { DeadLetterPage, DeadLetterSummary, DeadLetterView } from './dead-letter/dead-letter.response';
export { patchRequestQueue } from './kafka/request-queue-patch';
export { Messaging } from './messaging';
export { MessagingHealth } from './messaging-health';
export type { MessagingState } from './messaging-health';
export { MessagingModule } from './messaging.module';
export type { MessagingOptions } from './messaging-options';
export { Outbox } from './outbox/outbox';
