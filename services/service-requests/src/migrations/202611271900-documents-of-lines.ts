import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines that were written before papers belonged to them have none. */
export class DocumentsOfLines1795807800000 implements MigrationInterface {
  readonly name = 'DocumentsOfLines1795807800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update service_request
      set lines = (select jsonb_agg('{"documents": []}'::jsonb || line order by at)
                   from jsonb_array_elements(lines) with ordinality as each (line, at))
      where lines <> '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update service_request
      set lines = (select jsonb_agg(line - 'documents' order by at)
                   from jsonb_array_elements(lines) with ordinality as each (line, at))
      where lines <> '[]'`);
  }
}
