import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOidcItem1795348801000 implements MigrationInterface {
  readonly name = 'CreateOidcItem1795348801000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table oidc_item (
        kind text not null,
        id_hash bytea not null,
        payload jsonb not null,
        uid text,
        account_sub text,
        grant_id text,
        consumed_at timestamptz,
        expires_at timestamptz,
        primary key (kind, id_hash)
      )`);
    await runner.query('create unique index oidc_item_uid on oidc_item (kind, uid) where uid is not null');
    await runner.query('create index oidc_item_grant on oidc_item (grant_id) where grant_id is not null');
    await runner.query('create index oidc_item_account on oidc_item (account_sub, kind) where account_sub is not null');
    await runner.query('create index oidc_item_expires_at on oidc_item (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table oidc_item');
  }
}
