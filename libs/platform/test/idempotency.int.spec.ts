import { actor, startTestService, waitFor } from '@qi/testing';
import type { Answer, TestService } from '@qi/testing';
import { forgetKeys } from '../src/http/idempotency-claims';
import { gate, noteMigrations, noteService } from './note-service';

interface Note {
  id: string;
  title: string;
  version: number;
  type?: string;
}

const clerk = actor('clerk');
const NOTES = '/api/notes/v1/notes';

describe('Idempotency-Key', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService(noteService, { migrations: noteMigrations, kafka: false });
  });
  afterAll(() => service.close());

  const post = (title: string, key: string, as = clerk): Promise<Answer<Note>> =>
    service.http.post<Note>(NOTES, { title }, { as, headers: { 'idempotency-key': key } });
  const notes = async (title: string): Promise<number> =>
    (await service.dataSource.query<unknown[]>('select from note where title = $1', [title])).length;

  it('gives the recorded answer to the same request, with its headers', async () => {
    const first = await post('once', 'k-1');
    const again = await post('once', 'k-1');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(await notes('once')).toBe(1);
  });

  it('refuses another body and another path under the same key', async () => {
    await post('mine', 'k-2');
    const otherBody = await post('other', 'k-2');
    expect([otherBody.status, otherBody.body.type]).toEqual([422, 'urn:qi:problem:idempotency/other-body']);
    const path = `${NOTES}/${(await post('mine', 'k-2')).body.id}/echo`;
    const otherPath = await service.http.post(
      path,
      { title: 'mine' },
      { as: clerk, headers: { 'idempotency-key': 'k-2' } },
    );
    expect(otherPath.status).toBe(422);
  });

  it('keeps the keys of two actors apart', async () => {
    await post('two actors', 'k-3');
    expect((await post('two actors', 'k-3', actor('clerk'))).status).toBe(201);
    expect(await notes('two actors')).toBe(2);
  });

  it('lets one of ten concurrent requests take effect; the others hear that it is in progress', async () => {
    let open = (): void => undefined;
    gate.inside = new Promise((resolve) => (open = resolve));
    const entered = gate.entered;
    const pending = Promise.all(Array.from({ length: 10 }, () => post('race', 'k-4')));
    await waitFor(() => gate.entered > entered, { what: 'the first request within its transaction' });
    const late = await post('race', 'k-4');
    open();
    const statuses = (await pending).map(({ status }) => status).sort();
    expect(late.status).toBe(409);
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(1);
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
    expect(await notes('race')).toBe(1);
    expect((await post('race', 'k-4')).headers.get('idempotency-replayed')).toBe('true');
  });

  it('frees the key of a refused request, so that it can be mended', async () => {
    expect((await post('locked', 'k-5')).status).toBe(409);
    expect((await post('locked', 'k-5')).body.type).toBe('urn:qi:problem:note/locked');
    expect((await post('mended', 'k-5')).status).toBe(201);
    expect((await post('broken', 'k-6')).status).toBe(500);
    expect((await post('whole', 'k-6')).status).toBe(201);
  });

  it('takes over a claim whose process died before the commit', async () => {
    await service.dataSource.query(
      `insert into idempotency_key (actor, key, route, body_hash, state, claim, claimed_at)
       values ($1, 'k-7', $2, sha256($3::bytea), 'in-progress', gen_random_uuid(), now() - interval '61 seconds')`,
      [clerk.sub, `POST ${NOTES}`, JSON.stringify({ title: 'orphan' })],
    );
    expect((await post('orphan', 'k-7')).status).toBe(201);
    expect(await notes('orphan')).toBe(1);
  });

  it('does not repeat an effect whose answer was lost after the commit', async () => {
    expect((await post('lost answer', 'k-8')).status).toBe(500);
    expect(await notes('lost answer')).toBe(1);
    const again = await post('lost answer', 'k-8');
    expect([again.status, again.body.type]).toEqual([409, 'urn:qi:problem:idempotency/answer-lost']);
    await service.dataSource.query(
      `update idempotency_key set claimed_at = now() - interval '1 hour' where key = 'k-8'`,
    );
    expect((await post('lost answer', 'k-8')).status).toBe(409);
    expect(await notes('lost answer')).toBe(1);
  });

  it('forgets a key after a day', async () => {
    await post('forgotten', 'k-10');
    await service.dataSource.query(
      `update idempotency_key set created_at = now() - interval '25 hours' where key = 'k-10'`,
    );
    await forgetKeys(service.dataSource.manager);
    const kept = await service.dataSource.query<{ key: string }[]>('select key from idempotency_key');
    expect(kept.map(({ key }) => key)).not.toContain('k-10');
    expect(kept.length).toBeGreaterThan(0);
  });

  it('rolls back the slower of two requests when its claim was taken over', async () => {
    let open = (): void => undefined;
    gate.inside = new Promise((resolve) => (open = resolve));
    const entered = gate.entered;
    const slow = post('slow', 'k-9');
    await waitFor(() => gate.entered > entered);
    await service.dataSource.query(`update idempotency_key set claim = gen_random_uuid() where key = 'k-9'`);
    open();
    expect((await slow).body.type).toBe('urn:qi:problem:idempotency/in-progress');
    expect(await notes('slow')).toBe(0);
  });

  it.each(['', 'x'.repeat(201), 'with blank', '汉字'])('refuses the key %p', async (key) => {
    const headers = { 'idempotency-key': Buffer.from(key).toString('latin1') };
    const answer = await service.http.post(NOTES, { title: 'a' }, { as: clerk, headers });
    expect(answer.status).toBe(400);
  });
});
