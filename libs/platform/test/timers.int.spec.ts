import { actor, startTestService, waitFor } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { Timers } from '../src';
import { NoteService, noteMigrations, noteService } from './note-service';

const DAY_MS = 86_400_000;
const clerk = actor('clerk');
const operator = actor('operator');

describe('timers', () => {
  let service: TestService;
  let notes: NoteService;
  beforeAll(async () => {
    service = await startTestService(noteService, { migrations: noteMigrations, kafka: false });
    notes = service.app.get(NoteService, { strict: false });
  });
  afterAll(() => service.close());
  beforeEach(() => service.clock.reset());

  const create = (title: string): Promise<{ id: string }> => notes.create({ title }, clerk);
  const inDays = (days: number): Date => new Date(service.clock.now().getTime() + days * DAY_MS);
  const rung = async (id: string): Promise<number> => (await notes.find(id)).rung;
  const pending = (): Promise<{ key: string; run_at: Date }[]> =>
    service.dataSource.query(`select key, run_at from graphile_worker.jobs where key like 'note:%'`);

  it('runs when the test clock passes its time, and only once', async () => {
    const { id } = await create('ring');
    await notes.remind(id, inDays(3));
    await service.advance(2 * DAY_MS);
    expect(await pending()).toHaveLength(1);
    expect(await rung(id)).toBe(0);
    await service.advance(2 * DAY_MS);
    await waitFor(async () => (await rung(id)) === 1, { timeout: 5_000 });
    await service.advance(10 * DAY_MS);
    expect(await rung(id)).toBe(1);
    expect(await pending()).toEqual([]);
  });

  it('runs at once when its time has passed already', async () => {
    const { id } = await create('past');
    await notes.remind(id, inDays(-1));
    await waitFor(async () => (await rung(id)) === 1, { timeout: 5_000 });
  });

  it('moves when it is scheduled again under its key', async () => {
    const { id } = await create('moved');
    await notes.remind(id, inDays(1));
    await notes.remind(id, inDays(5));
    expect(await pending()).toHaveLength(1);
    await service.advance(2 * DAY_MS);
    expect(await pending()).toHaveLength(1);
    await service.advance(4 * DAY_MS);
    await waitFor(async () => (await rung(id)) === 1, { timeout: 5_000 });
  });

  it('does not run once it was cancelled', async () => {
    const { id } = await create('cancelled');
    await notes.remind(id, inDays(1));
    await notes.forget(id);
    await service.advance(2 * DAY_MS);
    expect(await pending()).toEqual([]);
    expect(await rung(id)).toBe(0);
  });

  it('is set only if its transaction commits', async () => {
    const timers = service.app.get(Timers, { strict: false });
    const failing = service.dataSource.transaction(async (tx) => {
      await timers.schedule(tx, { key: 'note:none', task: 'note-ring', payload: {}, at: inDays(1) });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await pending()).toEqual([]);
  });

  it('takes its key back from a job that runs at this moment', async () => {
    const { id } = await create('running');
    await service.dataSource.query(
      `select from graphile_worker.add_job('note-ring', '{}', run_at := now() + interval '1 day', job_key := $1)`,
      [`note:${id}`],
    );
    await service.dataSource.query(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'other' where key = $1`,
      [`note:${id}`],
    );
    await notes.remind(id, inDays(2));
    await service.advance(3 * DAY_MS);
    await waitFor(async () => (await rung(id)) === 1, { timeout: 5_000 });
  });

  it('takes many in one statement, the last of a key counting', async () => {
    const timers = service.app.get(Timers, { strict: false });
    const timer = (key: string, days: number) => ({
      key: `note:${key}`,
      task: 'unheard-of',
      payload: {},
      at: inDays(days),
    });
    await service.dataSource.transaction((tx) => timers.scheduleAll(tx, [timer('a', 1), timer('b', 2), timer('a', 3)]));
    expect((await pending()).map(({ key }) => key).sort()).toEqual(['note:a', 'note:b']);
    await service.dataSource.transaction((tx) => timers.cancelAll(tx, ['note:a', 'note:b']));
    expect(await pending()).toEqual([]);
  });

  it('follows the clock that an operator moves over HTTP', async () => {
    const { id } = await create('over http');
    await notes.remind(id, inDays(1));
    const move = (body: object, as = operator) =>
      service.http.post<{ now: string; due: number; type: string }>('/development/clock', body, { as });
    expect((await move({ advanceMs: 1 }, clerk)).status).toBe(403);
    expect((await move({})).body.type).toBe('urn:qi:problem:clock/one-move');
    expect((await move({ to: '2020-01-01T00:00:00Z' })).body.type).toBe('urn:qi:problem:clock/not-back');
    expect((await move({ advanceMs: 2 * DAY_MS })).body.due).toBe(1);
    await waitFor(async () => (await rung(id)) === 1, { timeout: 5_000 });
    await move({ reset: true });
    expect(Math.abs(service.clock.now().getTime() - Date.now())).toBeLessThan(1_000);
  });
});

describe('the test clock', () => {
  it('cannot be moved in a service that was not asked to allow it', async () => {
    const service = await startTestService(noteService, {
      migrations: noteMigrations,
      kafka: false,
      config: { testClock: false },
    });
    expect((await service.http.post('/development/clock', { reset: true }, { as: operator })).status).toBe(404);
    await service.close();
  });
});
