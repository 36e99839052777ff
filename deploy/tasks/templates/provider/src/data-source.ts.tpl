import { messagingEntities, messagingMigrations } from '@qi/messaging';
import { providerEntities, providerMigrations } from '@qi/provider';

/** One line per row class. */
export const entities = [...messagingEntities, ...providerEntities];

export const migrations = [...messagingMigrations, ...providerMigrations];
