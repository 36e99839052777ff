import { actor, aUscc, checkAfterEach, startTestService } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { administrator, anApplication, api, coordinatorOf, metrology } from '../../test/metrology';
import type { InstituteBody, ProblemBody } from '../../test/metrology';
import { migrations } from '../data-source';

interface Page {
  readonly items: readonly InstituteBody[];
}

let service: TestService;

beforeAll(async () => {
  service = await startTestService(metrology, { migrations, kafka: false });
});
afterAll(() => service.close());
checkAfterEach(() => service.dataSource, { outbox: false });
beforeEach(() => service.dataSource.query('truncate institute cascade'));

const post = <T = InstituteBody & ProblemBody>(path: string, body: unknown, as = administrator) =>
  service.http.post<T>(`${api}${path}`, body, { as });

describe('an institute', () => {
  it('applies, is reviewed, suspended with a reason and taken up again', async () => {
    const { body, status } = await post('/institutes', anApplication(aUscc()));
    expect([status, body.status]).toEqual([201, 'applied']);
    expect((await post(`/institutes/${body.id}/activate`, {})).body.status).toBe('active');
    expect((await post(`/institutes/${body.id}/suspend`, { reason: '标准器失准' })).body).toMatchObject({
      status: 'suspended',
      statusReason: '标准器失准',
    });
    expect((await post(`/institutes/${body.id}/activate`, {})).body).toMatchObject({
      status: 'active',
      statusReason: null,
    });
    expect((await post(`/institutes/${body.id}/refuse`, { reason: '…' })).body).toMatchObject({
      type: 'urn:qi:problem:institute/illegal-transition',
      legal: ['suspended', 'withdrawn'],
    });
  });

  it('is not entered twice for one credit code', async () => {
    const application = anApplication(aUscc());
    const statuses = (await Promise.all([1, 2].map(() => post('/institutes', application)))).map(
      ({ status }) => status,
    );
    expect(statuses.sort()).toEqual([201, 409]);
  });

  it('is changed by its own coordinator, on the version that was seen', async () => {
    const { body } = await post('/institutes', anApplication(aUscc()));
    const patch = (as = coordinatorOf(body.id)) =>
      service.http.patch(
        `${api}/institutes/${body.id}`,
        { capacityPerWeek: 4 },
        { as, headers: { 'if-match': '"1"' } },
      );
    expect((await patch(coordinatorOf('0193a000-0000-7000-8000-000000000001'))).status).toBe(404);
    expect((await patch()).status).toBe(200);
    expect((await patch()).status).toBe(412);
  });

  it('adds a site and closes one', async () => {
    const { body } = await post('/institutes', anApplication(aUscc()));
    await post(`/institutes/${body.id}/sites`, { name: '分部', address: '平湖', areaCode: '330482' });
    const closed = await post(`/institutes/${body.id}/sites/${body.sites[0]?.id ?? ''}/close`, {});
    expect(closed.body.sites.map(({ open }) => open)).toEqual([false, true]);
  });

  it('is seen by its own people and the administrators of its area', async () => {
    const { body } = await post('/institutes', anApplication(aUscc()));
    await post('/institutes', anApplication(aUscc()));
    const seen = async (as = administrator) =>
      (await service.http.get<Page>(`${api}/institutes`, { as })).body.items.length;
    expect([await seen(), await seen(coordinatorOf(body.id)), await seen(actor('clerk'))]).toEqual([2, 1, 2]);
    expect(await seen(actor('administrator', { areas: ['330700'] }))).toBe(0);
  });
});
