import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people look for first are the mandatory national standards (level 0), then other national and international ones
 * (level 1). Words that stand in every tenth title are common among these few, too: indexes of their own fill an answer
 * without reading the rest. What ranking needs is worked out when a standard is written, and the planner keeps no
 * statistics of words: reading them took longer than the search.
 */
export class AddLevel1795806000000 implements MigrationInterface {
  readonly name = 'AddLevel1795806000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table standard
        add column level smallint not null generated always as (
          case when number ~ '^GB \\d' then 0 when number ~ '^(GB|JJF|JJG|ISO|IEC)' then 1 else 2 end) stored,
        add column title_length integer not null
          generated always as (length(title ->> 'zh') + length(title ->> 'en')) stored,
        alter column tokens set statistics 0`);
    await runner.query('create index standard_level_0 on standard using gin (tokens) where level = 0');
    await runner.query('create index standard_level_1 on standard using gin (tokens) where level <= 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index standard_level_0, standard_level_1');
    await runner.query(`
      alter table standard drop column level, drop column title_length, alter column tokens set statistics default`);
  }
}
