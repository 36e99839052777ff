import type { MigrationInterface, QueryRunner } from 'typeorm';

const LOAD = 'provider_id, changed_by, open_jobs, completed, on_time, star_sum, star_count';

/**
 * Every load that a provider ever had, with the transaction that made it so: with the snapshot in which a decision saw
 * the loads, each of them is known as it was then. A trigger, because then no way of writing can forget it.
 */
export class CreateLoadHistory1795816800000 implements MigrationInterface {
  readonly name = 'CreateLoadHistory1795816800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table past_load (
        seq bigint generated always as identity,
        provider_id uuid not null,
        changed_by xid8 not null,
        open_jobs integer not null,
        completed integer not null,
        on_time integer not null,
        star_sum integer not null,
        star_count integer not null,
        primary key (changed_by, seq)
      )`);
    await runner.query(`insert into past_load (${LOAD}) select ${LOAD} from provider_load`);
    await runner.query(`
      create function keep_past_load() returns trigger language plpgsql as $$
      begin
        insert into past_load (${LOAD}) select ${LOAD} from changed;
        return null;
      end $$`);
    for (const event of ['insert', 'update']) {
      await runner.query(`
        create trigger provider_load_${event}_kept after ${event} on provider_load referencing new table as changed
          for each statement execute function keep_past_load()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const event of ['insert', 'update'])
      await runner.query(`drop trigger provider_load_${event}_kept on provider_load`);
    await runner.query('drop function keep_past_load');
    await runner.query('drop table past_load');
  }
}
