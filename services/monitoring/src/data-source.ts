import { messagingEntities, messagingMigrations } from '@qi/messaging';
import { CreateEventLog1795341600000 } from './migrations/202611231200-create-event-log';
import { CreateFlow1795341601000 } from './migrations/202611231201-create-flow';

export const entities = [...messagingEntities];
export const migrations = [...messagingMigrations, CreateEventLog1795341600000, CreateFlow1795341601000];
