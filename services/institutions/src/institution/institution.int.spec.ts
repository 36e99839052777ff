import { actor, aUscc, checkAfterEach, startTestService } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { administrator, anApplication, api, clerk, coordinatorOf, institutions } from '../../test/institutions';
import type { InstitutionBody, ProblemBody } from '../../test/institutions';
import { migrations } from '../data-source';

interface Page {
  readonly items: readonly InstitutionBody[];
  readonly next?: string;
}

let service: TestService;

beforeAll(async () => {
  service = await startTestService(institutions, { migrations, kafka: false });
});
afterAll(() => service.close());
checkAfterEach(() => service.dataSource, { outbox: false });
beforeEach(() => service.dataSource.query('truncate institution, outbox cascade'));

const post = <T = InstitutionBody>(path: string, body: unknown, as = administrator) =>
  service.http.post<T>(`${api}${path}`, body, { as });

async function applied(changes: object = {}): Promise<InstitutionBody> {
  return (await post('/institutions', anApplication(aUscc(), changes))).body;
}

describe('an application', () => {
  it('is entered with its sites and waits for a review', async () => {
    const { status, headers, body } = await post('/institutions', anApplication('91330482MA2B000060'));
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({ status: 'applied', sites: [{ name: '总部', open: true }] });
  });

  it('names the check that a wrong credit code failed', async () => {
    const { status, body } = await post<ProblemBody>('/institutions', anApplication('91330482MA2B000061'));
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ pointer: '/uscc', message: expect.stringContaining('校验码') as string }]);
  });

  it('is refused for fields that are missing, unknown or null, each by pointer', async () => {
    const { name, ...rest } = anApplication(aUscc());
    const body = { ...rest, colour: name, capacityPerWeek: null, sites: [{ ...rest.sites[0], areaCode: '999999' }] };
    const answer = await post<ProblemBody>('/institutions', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '/capacityPerWeek',
      '/colour',
      '/name',
      '/sites/0/areaCode',
    ]);
  });

  it('is not taken twice for one credit code', async () => {
    const application = anApplication(aUscc());
    const answers = await Promise.all([1, 2, 3].map(() => post<ProblemBody>('/institutions', application)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.type).toBe('urn:qi:problem:institution/uscc-taken');
  });

  it('is seen by the person who applied, before there is an organisation', async () => {
    const applicant = actor('coordinator', { org: undefined });
    const { body } = await post('/institutions', anApplication(aUscc()), applicant);
    expect((await service.http.get(`${api}/institutions/${body.id}`, { as: applicant })).status).toBe(200);
    const { body: page } = await service.http.get<Page>(`${api}/institutions`, { as: applicant });
    expect(page.items.map(({ id }) => id)).toEqual([body.id]);
  });
});

describe('a review', () => {
  it('admits the institution and tells the others in the same transaction', async () => {
    const { id } = await applied();
    expect((await post(`/institutions/${id}/activate`, {})).body).toMatchObject({ status: 'active', version: 2 });
    const facts: { type: string; key: string }[] = await service.dataSource.query('select type, key from outbox');
    expect(facts).toEqual([{ type: 'institution.changed.v1', key: id }]);
  });

  it('is for administrators of the area; to others the institution does not exist', async () => {
    const { id } = await applied();
    const stranger = actor('administrator', { areas: ['330700'] });
    expect((await post(`/institutions/${id}/activate`, {}, stranger)).status).toBe(404);
    expect((await post(`/institutions/${id}/activate`, {}, coordinatorOf(id))).status).toBe(403);
  });

  it('names the legal next states when it comes too late', async () => {
    const { id } = await applied();
    await post(`/institutions/${id}/refuse`, { reason: '材料不实' });
    const { status, body } = await post<ProblemBody>(`/institutions/${id}/activate`, {});
    expect(status).toBe(409);
    expect(body).toMatchObject({ type: 'urn:qi:problem:institution/illegal-transition', legal: [] });
  });

  it('asks for a reason to suspend', async () => {
    const { id } = await applied();
    const { status, body } = await post<ProblemBody>(`/institutions/${id}/suspend`, { reason: ' ' });
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/reason']);
  });
});

describe('a change', () => {
  const patch = (id: string, version: string | undefined, body: object, as = administrator) =>
    service.http.patch<InstitutionBody & ProblemBody>(`${api}/institutions/${id}`, body, {
      as,
      headers: version ? { 'if-match': version } : {},
    });

  it('is made by the institution’s own coordinator on the version that was seen', async () => {
    const { id } = await applied();
    const { status, body } = await patch(
      id,
      '"1"',
      { capacityPerWeek: 3, closedDates: ['2026-12-31'] },
      coordinatorOf(id),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ capacityPerWeek: 3, closedDates: ['2026-12-31'], version: 2, kind: 'testing' });
  });

  it('fails on a stale, a missing and a malformed version', async () => {
    const { id } = await applied();
    await patch(id, '"1"', { capacityPerWeek: 3 });
    expect((await patch(id, '"1"', { capacityPerWeek: 4 })).status).toBe(412);
    expect((await patch(id, undefined, { capacityPerWeek: 4 })).status).toBe(428);
    expect((await patch(id, 'one', { capacityPerWeek: 4 })).status).toBe(400);
  });

  it('does not take null for «leave it»', async () => {
    const { id } = await applied();
    const { status, body } = await patch(id, '"1"', { name: null });
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/name']);
  });

  it('does not reach another institution', async () => {
    const { id } = await applied();
    expect(
      (await patch(id, '"1"', { capacityPerWeek: 3 }, coordinatorOf('0193a000-0000-7000-8000-000000000001'))).status,
    ).toBe(404);
    expect((await service.http.get(`${api}/institutions/not-an-id`, { as: administrator })).status).toBe(404);
  });

  it('adds and closes sites', async () => {
    const { id, sites } = await applied();
    const site = { name: '分部', address: '嘉兴市中环路 2 号', areaCode: '330402' };
    expect((await post(`/institutions/${id}/sites`, site)).body.sites).toHaveLength(2);
    const closed = await service.http.patch<InstitutionBody>(
      `${api}/institutions/${id}/sites/${sites[0]?.id ?? ''}`,
      { open: false },
      { as: administrator, headers: { 'if-match': '"2"' } },
    );
    expect(closed.body.sites.map(({ open }) => open)).toEqual([false, true]);
  });
});

describe('the library', () => {
  it('is paged, and shows each his own', async () => {
    const inPinghu = [await applied(), await applied()];
    const elsewhere = await applied({
      areaCode: '330702',
      sites: [{ name: '总部', address: '金华', areaCode: '330702' }],
    });
    const list = async (query: string, as = administrator) =>
      (await service.http.get<Page>(`${api}/institutions${query}`, { as })).body;
    const first = await list('?limit=2');
    const second = await list(`?limit=2&after=${first.next ?? ''}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([...inPinghu, elsewhere].map(({ id }) => id));
    expect(second.next).toBeUndefined();
    expect((await list('', actor('administrator', { areas: ['330400'] }))).items).toHaveLength(2);
    expect((await list('', coordinatorOf(elsewhere.id))).items.map(({ id }) => id)).toEqual([elsewhere.id]);
    expect((await list('?areaCode=330700', clerk)).items.map(({ id }) => id)).toEqual([elsewhere.id]);
    expect((await list('', actor('applicant'))).items).toEqual([]);
  });

  it('shows everyone the active ones, without what is theirs alone', async () => {
    const { id } = await applied();
    await applied();
    await post(`/institutions/${id}/activate`, {});
    const { status, body } = await service.http.get<Page>(`${api}/public/institutions`);
    expect(status).toBe(200);
    expect(body.items.map((item) => Object.keys(item).sort())).toEqual([
      ['areaCode', 'elements', 'id', 'kind', 'name', 'sites'],
    ]);
  });

  it('answers nobody else without a token', async () => {
    expect((await service.http.get(`${api}/institutions`)).status).toBe(401);
  });
});
