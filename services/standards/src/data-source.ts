import { messagingEntities, messagingMigrations } from '@qi/messaging';
import { CreateStandard1795341600000 } from './migrations/202611221000-create-standard';
import { StandardRow } from './standard/standard.row';

/** One line per row class. */
export const entities = [...messagingEntities, StandardRow];

export const migrations = [...messagingMigrations, CreateStandard1795341600000];
