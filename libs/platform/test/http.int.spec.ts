import { actor, emptyDatabase, startTestService, waitFor } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { gate, noteMigrations, noteService } from './note-service';

interface Note {
  id: string;
  title: string;
  version: number;
}

const clerk = actor('clerk');
const NOTES = '/api/notes/v1/notes';

describe('a service over HTTP', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService(noteService, { migrations: noteMigrations, kafka: false });
  });
  afterAll(() => service.close());

  const create = async (title: string): Promise<Note> =>
    (await service.http.post<Note>(NOTES, { title }, { as: clerk })).body;
  const rename = (id: string, headers: Record<string, string>) =>
    service.http.patch<Note & { type: string; current: number }>(
      `${NOTES}/${id}`,
      { title: 'new' },
      { as: clerk, headers },
    );

  it('lets only the change through that was based on the current version', async () => {
    const { id, version } = await create('a');
    expect((await service.http.get(`${NOTES}/${id}`, { as: clerk })).headers.get('etag')).toBe(`"${version}"`);
    const changed = await rename(id, { 'if-match': `"${version}"` });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, `"${version + 1}"`]);
    const stale = await rename(id, { 'if-match': `"${version}"` });
    expect([stale.status, stale.body.type, stale.body.current]).toEqual([412, 'urn:qi:problem:row/stale', version + 1]);
    expect(stale.headers.get('etag')).toBeNull();
  });

  it('asks for If-Match where it is needed, in its quoted form', async () => {
    const { id } = await create('b');
    expect((await rename(id, {})).status).toBe(428);
    for (const header of ['1', '*', '"one"', '"1", "2"'])
      expect((await rename(id, { 'if-match': header })).status).toBe(400);
    expect((await rename(id, { 'if-match': 'W/"1"' })).status).toBe(200);
  });

  it('lets one of two concurrent changes of a version win', async () => {
    const { id } = await create('c');
    const both = await Promise.all([rename(id, { 'if-match': '"1"' }), rename(id, { 'if-match': '"1"' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('pages through every row once', async () => {
    for (const title of ['p', 'q', 'r', 's', 't']) await create(title);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const query = `?limit=2${after === undefined ? '' : `&after=${after}`}`;
      const page = await service.http.get<{ items: Note[]; next?: string }>(NOTES + query, { as: clerk });
      expect(page.body.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.body.items.map(({ id }) => id));
      after = page.body.next;
    } while (after !== undefined);
    const all = await service.dataSource.query<{ id: string }[]>('select id from note order by id');
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it('carries the caller’s request and correlation id, and replaces one that is not well-formed', async () => {
    const { headers } = await service.http.get('/health/live', { headers: { 'x-request-id': 'abc-1' } });
    expect(headers.get('x-request-id')).toBe('abc-1');
    const odd = await service.http.get('/health/live', { headers: { 'x-request-id': 'a"} {"level":60' } });
    expect(odd.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('measures requests by route and not by address', async () => {
    const { id } = await create('measured');
    await service.http.get(`${NOTES}/${id}`, { as: clerk });
    const { body } = await service.http.get<string>('/metrics');
    expect(body).toMatch(
      /qi_http_request_seconds_count\{method="GET",route="\/api\/notes\/v1\/notes\/:id",status="200"\}/,
    );
    expect(body).not.toContain(id);
  });

  it('says that it is ready, and which part is not', async () => {
    const { status, body } = await service.http.get<{ checks: object }>('/health/ready');
    expect([status, body.checks]).toEqual([200, { running: true, database: true }]);
  });
});

describe('stopping a service', () => {
  it('finishes requests in flight and takes no new ones', async () => {
    const service = await startTestService(noteService, { migrations: noteMigrations, kafka: false });
    let open = (): void => undefined;
    gate.inside = new Promise((resolve) => (open = resolve));
    const entered = gate.entered;
    const inFlight = service.http.post<Note>(NOTES, { title: 'in flight' }, { as: clerk });
    await waitFor(() => gate.entered > entered);
    const stopped = service.stop();
    await waitFor(() =>
      service.http.get('/health/live').then(
        () => false,
        () => true,
      ),
    );
    open();
    expect((await inFlight).status).toBe(201);
    await stopped;
    expect(service.dataSource.isInitialized).toBe(false);
    const again = await startTestService(noteService, { again: service, kafka: false });
    expect(await again.dataSource.query('select title from note')).toEqual([{ title: 'in flight' }]);
    await again.close();
    await service.close();
  });

  it('cuts off a request that does not finish in time', async () => {
    const service = await startTestService(noteService, {
      migrations: noteMigrations,
      kafka: false,
      config: { drainSeconds: 0 },
    });
    let open = (): void => undefined;
    gate.inside = new Promise((resolve) => (open = resolve));
    const entered = gate.entered;
    const hanging = service.http.post(NOTES, { title: 'hanging' }, { as: clerk }).catch(() => 'cut');
    await waitFor(() => gate.entered > entered);
    const stopped = service.close();
    expect(await hanging).toBe('cut');
    open();
    await stopped;
  });
});

describe('a service that cannot start', () => {
  it('lets go of its database', async () => {
    const running = await startTestService(noteService, { migrations: noteMigrations, kafka: false });
    const port = Number(new URL(running.url).port);
    const { url, drop } = await emptyDatabase('port-taken');
    await expect(startTestService(noteService, { kafka: false, config: { port, databaseUrl: url } })).rejects.toThrow(
      'EADDRINUSE',
    );
    const name = new URL(url).pathname.slice(1);
    await waitFor(async () => {
      const open = await running.dataSource.query('select from pg_stat_activity where datname = $1', [name]);
      return (open as unknown[]).length === 0;
    });
    await drop();
    await running.close();
  });
});

describe('two services starting at once on a database that does not exist', () => {
  it('create and migrate it once', async () => {
    const first = startTestService(noteService, { kafka: false });
    const { databaseUrl } = await first;
    const url = new URL(databaseUrl);
    url.pathname = `${url.pathname}_fresh`;
    const config = { databaseUrl: url.toString() };
    const both = await Promise.all([1, 2, 3].map(() => startTestService(noteService, { kafka: false, config })));
    for (const { dataSource } of both) expect(await dataSource.query('select from migration')).toHaveLength(3);
    await Promise.all(both.map((service) => service.close()));
    await (await first).close();
  });
});
