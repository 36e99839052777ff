import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every capability was from when on, so that the ledger can be read as of any day. A trigger: no way of writing can forget it. */
export class CreateCapabilityVersion1795821600000 implements MigrationInterface {
  readonly name = 'CreateCapabilityVersion1795821600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table capability_version (like capability, primary key (id, version))');
    await runner.query('insert into capability_version select * from capability');
    await runner.query(`
      create function keep_capability_version() returns trigger language plpgsql as $$
      begin
        insert into capability_version select * from changed
          on conflict (id, version) do nothing;
        return null;
      end $$`);
    for (const event of ['insert', 'update']) {
      await runner.query(`
        create trigger capability_${event}_kept after ${event} on capability referencing new table as changed
          for each statement execute function keep_capability_version()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const event of ['insert', 'update']) await runner.query(`drop trigger capability_${event}_kept on capability`);
    await runner.query('drop function keep_capability_version');
    await runner.query('drop table capability_version');
  }
}
