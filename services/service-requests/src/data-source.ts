import { messagingEntities, messagingMigrations } from '@qi/messaging';

/** One line per feature: its rows, and its migrations in the order they were written. */
export const entities = [...messagingEntities];

export const migrations = [...messagingMigrations];
