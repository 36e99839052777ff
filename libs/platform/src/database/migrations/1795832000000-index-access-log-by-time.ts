import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries are written in the order of their time: an index of block ranges finds the old ones and costs a writer nothing. */
export class IndexAccessLogByTime1795832000000 implements MigrationInterface {
  readonly name = 'IndexAccessLogByTime1795832000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index access_log_at on access_log using brin (at) with (autosummarize = on)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index access_log_at');
  }
}
