import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which transaction changed a load last: processes that keep all loads in memory ask for what has changed since, instead
 * of reading those of thousands of providers for every decision.
 */
export class AddLoadChangedBy1795777260000 implements MigrationInterface {
  readonly name = 'AddLoadChangedBy1795777260000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table provider_load add column changed_by xid8 not null default pg_current_xact_id()');
    await runner.query('create index provider_load_changed_by on provider_load (changed_by)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table provider_load drop column changed_by');
  }
}
