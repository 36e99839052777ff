import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SecondFactor1795820400000 implements MigrationInterface {
  readonly name = 'SecondFactor1795820400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table session add acr text');
    await runner.query('alter table login_attempt add membership_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table login_attempt drop membership_id');
    await runner.query('alter table session drop acr');
  }
}
