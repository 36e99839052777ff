import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Create__Pascal____stamp__ implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table __snake__ (
        id uuid primary key,
        name text not null,
        status text not null,
        closed_at timestamptz,
        version integer not null
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table __snake__');
  }
}
