import { addDays, fromBusinessDate, toBusinessDate } from '@qi/kernel';
import { aUscc, checkAfterEach, startTestService, waitFor } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { aCapability, administrator, admitted, api, coordinatorOf, metrology } from '../../test/metrology';
import type { ProblemBody } from '../../test/metrology';
import { migrations } from '../data-source';

interface Capability {
  readonly id: string;
  readonly status: string;
  readonly k: string;
  readonly rangeMax: string;
  readonly siteId: string;
}
type Answered = { readonly items: readonly Capability[] } & ProblemBody;

let service: TestService;

beforeAll(async () => {
  service = await startTestService(metrology, { migrations, kafka: false });
});
afterAll(() => service.close());
checkAfterEach(() => service.dataSource, { outbox: false });
beforeEach(() => service.dataSource.query('truncate institute cascade'));

const post = <T = Answered>(path: string, body: unknown, as = administrator) =>
  service.http.post<T>(`${api}${path}`, body, { as });
const list = async (query = '') =>
  (await service.http.get<Answered>(`${api}/capabilities${query}`, { as: administrator })).body.items;

describe('capabilities', () => {
  it('are entered together, with k = 2 unless told', async () => {
    const { id, siteId } = await admitted(service, aUscc(), []);
    const capabilities = [
      aCapability(siteId),
      aCapability(siteId, { measurand: '力', unit: 'N', uncertaintyUnit: 'N' }),
    ];
    const { status, body } = await post(`/institutes/${id}/capabilities`, { capabilities }, coordinatorOf(id));
    expect(status).toBe(201);
    expect(body.items).toMatchObject([
      { status: 'proposed', k: '2' },
      { status: 'proposed', k: '2' },
    ]);
    expect(await list(`?measurand=${encodeURIComponent('力')}`)).toHaveLength(1);
  });

  it('are entered all or none, every fault by its row', async () => {
    const { id, siteId } = await admitted(service, aUscc(), []);
    const capabilities = [
      aCapability(siteId),
      aCapability(siteId, { rangeMin: '300', rangeMax: '0' }),
      aCapability(siteId, { kind: 'verification' }),
      aCapability('0193a000-0000-7000-8000-00000000ffff'),
    ];
    const { status, body } = await post(`/institutes/${id}/capabilities`, { capabilities, active: true });
    expect(status).toBe(400);
    expect(body.errors?.map(({ pointer }) => pointer)).toEqual([
      '/capabilities/1/rangeMax',
      '/capabilities/2/legalAreas',
      '/capabilities/3/siteId',
    ]);
    expect(await list()).toEqual([]);
  });

  it('refuse values that are no decimal numbers', async () => {
    const { id, siteId } = await admitted(service, aUscc(), []);
    const { body } = await post(`/institutes/${id}/capabilities`, {
      capabilities: [aCapability(siteId, { uncertainty: '1e-3', rangeMax: 300 })],
    });
    expect(body.errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '/capabilities/0/rangeMax',
      '/capabilities/0/uncertainty',
    ]);
  });

  it('are approved by administrators and then changed by them alone', async () => {
    const { id, siteId } = await admitted(service, aUscc(), []);
    const [capability] = (await post(`/institutes/${id}/capabilities`, { capabilities: [aCapability(siteId)] })).body
      .items;
    const path = `/capabilities/${capability?.id ?? ''}`;
    expect((await post(`${path}/activate`, {}, coordinatorOf(id))).status).toBe(403);
    expect((await post<Capability>(`${path}/activate`, {})).body.status).toBe('active');
    const amend = (as = administrator) =>
      service.http.patch<Capability>(`${api}${path}`, { rangeMax: '500' }, { as, headers: { 'if-match': '"2"' } });
    expect((await amend(coordinatorOf(id))).status).toBe(409);
    expect((await amend()).body).toMatchObject({ rangeMax: '500', siteId });
    expect((await post(`${path}/withdraw`, { reason: '撤项' }, coordinatorOf(id))).status).toBe(200);
  });

  it('end by themselves on the day after their last', async () => {
    const last = addDays(toBusinessDate(service.clock.now()), 10);
    const { id } = await admitted(service, aUscc(), [{ validTo: last }]);
    await service.advance(fromBusinessDate(addDays(last, 1)).getTime() - service.clock.now().getTime());
    await waitFor(async () => {
      expect(await list(`?instituteId=${id}`)).toMatchObject([{ status: 'expired' }]);
      return true;
    });
  });

  it('keep every version, and are listed as they stood at any instant', async () => {
    const { id } = await admitted(service, aUscc(), [{}]);
    const [capability] = await list(`?instituteId=${id}`);
    const path = `/capabilities/${capability?.id ?? ''}`;
    const before = service.clock.now().toISOString();
    await service.advance(60_000);
    await post(`${path}/suspend`, { reason: '标准器送检' });
    const versions = async (as = administrator) =>
      (await service.http.get<Answered>(`${api}${path}/versions`, { as })).body.items;
    expect((await versions()).map(({ status }) => status).slice(-2)).toEqual(['active', 'suspended']);
    const at = (instant: string) => list(`?instituteId=${id}&recordedAt=${instant}`);
    expect(await at(before)).toMatchObject([{ status: 'active' }]);
    expect(await at(service.clock.now().toISOString())).toMatchObject([{ status: 'suspended' }]);
    expect(await at('2020-01-01T00:00:00Z')).toEqual([]);
    const other = await admitted(service, aUscc(), []);
    expect(await versions(coordinatorOf(other.id))).toBeUndefined();
  });

  it('stay at their site', async () => {
    const { id, siteId } = await admitted(service, aUscc(), [{}]);
    const [capability] = await list(`?instituteId=${id}`);
    const answer = await service.http.patch<ProblemBody>(
      `${api}/capabilities/${capability?.id ?? ''}`,
      { siteId },
      { as: administrator, headers: { 'if-match': '"1"' } },
    );
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, '/siteId']);
  });
});
