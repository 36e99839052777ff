import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateQualification1795341660000 implements MigrationInterface {
  readonly name = 'CreateQualification1795341660000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table qualification (
        id uuid primary key,
        institution_id uuid not null references institution (id),
        scheme text not null,
        number text not null,
        issuer text not null,
        issued_on date not null,
        valid_from date not null,
        valid_to date not null,
        status text not null,
        status_reason text,
        updated_at timestamptz not null,
        version integer not null,
        check (valid_to >= valid_from),
        constraint qualification_number_unique unique (institution_id, scheme, number)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table qualification');
  }
}
