import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSigningKey1795348802000 implements MigrationInterface {
  readonly name = 'CreateSigningKey1795348802000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table signing_key (
        kid text primary key,
        sealed_jwk text not null,
        signs_from timestamptz not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table signing_key');
  }
}
