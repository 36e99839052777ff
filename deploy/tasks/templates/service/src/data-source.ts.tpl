import { messagingEntities, messagingMigrations } from '@qi/messaging';

/** One line per row class. */
export const entities = [...messagingEntities];

export const migrations = [...messagingMigrations];
