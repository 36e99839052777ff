import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `synonym_epoch` grows with every change of the table, so that processes know when what they keep is outdated. */
export class CreateSynonym1795773660000 implements MigrationInterface {
  readonly name = 'CreateSynonym1795773660000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table synonym (
        id uuid primary key,
        kind text not null,
        name text not null,
        name_key text not null,
        relation text not null,
        other text not null,
        other_key text not null,
        source text not null,
        recorded_by jsonb not null,
        recorded_at timestamptz not null,
        ended_by jsonb,
        ended_at timestamptz,
        check (name_key <> other_key)
      )`);
    await runner.query(`
      create unique index synonym_pair on synonym
        (kind, least(name_key, other_key), greatest(name_key, other_key)) where ended_at is null`);
    await runner.query('create index synonym_kind on synonym (kind, id)');
    await runner.query(
      'create table synonym_epoch (one boolean primary key default true check (one), epoch bigint not null)',
    );
    await runner.query('insert into synonym_epoch (epoch) values (0)');
    await runner.query(`
      create function raise_synonym_epoch() returns trigger language plpgsql as $$
      begin
        update synonym_epoch set epoch = epoch + 1;
        return null;
      end $$`);
    await runner.query(`
      create trigger synonym_raises_epoch after insert or update or delete or truncate on synonym
      for each statement execute function raise_synonym_epoch()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table synonym, synonym_epoch');
    await runner.query('drop function raise_synonym_epoch');
  }
}
