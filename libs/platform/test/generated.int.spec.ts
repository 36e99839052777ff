import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresUrl, testDatabase } from '@qi/testing';
import type { OpenAPIObject } from '@nestjs/swagger';
import { schemaOf, writeOpenApi, writeSchema } from '../src';
import { noteMigrations, noteService } from './note-service';

describe('generated files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qi-generated-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('the OpenAPI document is written without a database or a broker', async () => {
    const file = join(folder, 'openapi.json');
    await writeOpenApi(noteService, file);
    const first = readFileSync(file, 'utf8');
    const { paths, components } = JSON.parse(first) as OpenAPIObject;
    expect(Object.keys(paths)).toEqual([
      ...['/api/notes/v1/calendar/{year}', '/api/notes/v1/notes', '/api/notes/v1/notes/public'],
      ...['/api/notes/v1/notes/{id}', '/api/notes/v1/notes/{id}/echo'],
    ]);
    expect(components?.schemas?.['NoteDto']).toMatchObject({
      required: ['title'],
      properties: {
        title: { type: 'string', minLength: 1, maxLength: 200 },
        uscc: { type: 'string' },
        amount: { type: 'integer', maximum: 9 },
      },
    });
    const post = paths['/api/notes/v1/notes']?.post;
    expect(post?.security).toEqual([{ bearer: [] }]);
    expect(post?.responses['400']).toMatchObject({ content: { 'application/problem+json': {} } });
    expect(post?.parameters).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key' }));
    const patch = paths['/api/notes/v1/notes/{id}']?.patch;
    expect(patch?.parameters).toContainEqual(expect.objectContaining({ name: 'If-Match', required: true }));
    await writeOpenApi(noteService, file);
    expect(readFileSync(file, 'utf8')).toBe(first);
  });

  it('the schema shows tables, constraints and indexes, the same each time', async () => {
    const [one, other] = [join(folder, 'one.sql'), join(folder, 'other.sql')];
    await writeSchema(await postgresUrl(), noteMigrations, one);
    await writeSchema(await postgresUrl(), noteMigrations, other);
    const sql = readFileSync(one, 'utf8');
    expect(readFileSync(other, 'utf8')).toBe(sql);
    expect(sql).toContain('  title text not null,\n  owner_sub text not null,\n  rung integer default 0 not null,');
    expect(sql).toContain('constraint note_pkey PRIMARY KEY (id)');
    expect(sql).toContain('CREATE INDEX idempotency_key_created_at ON public.idempotency_key');
  });

  it('the schema shows partitions, generated columns, types, triggers and views', async () => {
    const { dataSource, close } = await testDatabase({ name: 'schema' });
    await dataSource.query(`
      create type colour as enum ('red', 'green');
      create table event (at date not null, colour colour, twice integer generated always as (1 + 1) stored) partition by range (at);
      create table event_rest partition of event default;
      create table event_2026 partition of event for values from ('2026-01-01') to ('2027-01-01');
      create index event_colour on event (colour);
      create view red as select at from event where colour = 'red';
      create function nothing() returns trigger language plpgsql as 'begin return new; end';
      create trigger quiet before insert on event for each row execute function nothing();
      create table counter (id bigint generated always as identity primary key) with (autovacuum_vacuum_scale_factor = 0.01)`);
    const sql = await schemaOf(dataSource);
    for (const text of [
      "create type colour as enum ('red', 'green');",
      'twice integer generated always as ((1 + 1)) stored\n) partition by RANGE (at);',
      'create table event_rest partition of event DEFAULT;',
      'CREATE INDEX event_colour ON ONLY public.event',
      'create view red as',
      'CREATE TRIGGER quiet BEFORE INSERT ON public.event',
      'id bigint generated always as identity not null',
      'with (autovacuum_vacuum_scale_factor=0.01);',
    ])
      expect(sql).toContain(text);
    expect(sql).not.toContain('event_2026');
    await close();
  });
});
