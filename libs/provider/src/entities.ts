import type { EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';

/** Rows that a provider service spreads into its data source. */
export const providerEntities: (new () => ObjectLiteral)[] = [];
export const providerMigrations: (new () => MigrationInterface)[] = [];
export type ProviderEntity = EntityTarget<ObjectLiteral>;
