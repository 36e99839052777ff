import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A report is found by its number, whichever job it belongs to. */
export class IndexDeliverableNumbers1795818600000 implements MigrationInterface {
  readonly name = 'IndexDeliverableNumbers1795818600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index job_deliverable on job using gin ((deliverables::jsonb || former_deliverables::jsonb) jsonb_path_ops)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index job_deliverable');
  }
}
