import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['institution', 'qualification', 'scope_line'];

/**
 * A number that grows with every change of what routing reads. Processes keep those facts in memory and ask for the
 * number first, so nothing stale is used. A trigger, because then no way of writing can forget it.
 */
export class CreateRegisterEpoch1795341780000 implements MigrationInterface {
  readonly name = 'CreateRegisterEpoch1795341780000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table register_epoch (one boolean primary key default true check (one), epoch bigint not null)',
    );
    await runner.query('insert into register_epoch (epoch) values (0)');
    await runner.query(`
      create function raise_register_epoch() returns trigger language plpgsql as $$
      begin
        update register_epoch set epoch = epoch + 1;
        return null;
      end $$`);
    for (const table of TABLES) {
      await runner.query(`
        create trigger ${table}_raises_epoch after insert or update or delete or truncate on ${table}
        for each statement execute function raise_register_epoch()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`drop trigger ${table}_raises_epoch on ${table}`);
    await runner.query('drop function raise_register_epoch');
    await runner.query('drop table register_epoch');
  }
}
