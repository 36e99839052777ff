import { messagingEntities, messagingMigrations } from '@qi/messaging';
import { providerEntities, providerMigrations } from '@qi/provider';
import { ExpertRow } from './expert/expert.row';
import { CreateExpert1795341600000 } from './migrations/202611221000-create-expert';

/** One line per row class. */
export const entities = [...messagingEntities, ...providerEntities, ExpertRow];

export const migrations = [...messagingMigrations, ...providerMigrations, CreateExpert1795341600000];
