import { CreateIdempotencyKey1763700000001 } from './1763700000001-create-idempotency-key';
import { CreateCalendarDay1763700000002 } from './1763700000002-create-calendar-day';

/** Tables that every service has; `createDataSource` puts them before the service's own. */
export const platformMigrations = [CreateIdempotencyKey1763700000001, CreateCalendarDay1763700000002];
