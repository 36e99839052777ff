import { addDays, fromBusinessDate, toBusinessDate } from '@qi/kernel';
import { aUscc, checkAfterEach, startTestService, waitFor } from '@qi/testing';
import type { TestService } from '@qi/testing';
import { administrator, admitted, api, clerk, coordinatorOf, institutions } from '../../test/institutions';
import type { ProblemBody } from '../../test/institutions';
import { migrations } from '../data-source';

interface Qualification {
  readonly id: string;
  readonly status: string;
  readonly validTo: string;
  readonly version: number;
}
type Answered = Qualification & ProblemBody;

let service: TestService;

beforeAll(async () => {
  service = await startTestService(institutions, { migrations, kafka: false });
});
afterAll(() => service.close());
checkAfterEach(() => service.dataSource, { outbox: false });
beforeEach(() => service.dataSource.query('truncate institution, outbox cascade'));

const today = () => toBusinessDate(service.clock.now());
const post = (path: string, body: unknown, as = administrator) =>
  service.http.post<Answered>(`${api}${path}`, body, { as });

function aCertificate(changes: object = {}) {
  const dates = { issuedOn: '2023-03-01', validFrom: '2023-03-01', validTo: addDays(today(), 90) };
  return { scheme: 'CMA', number: '231100340088', issuer: '浙江省市场监督管理局', ...dates, ...changes };
}

const list = async (id: string, as = administrator) =>
  (await service.http.get<{ items: Qualification[] }>(`${api}/institutions/${id}/qualifications`, { as })).body.items;

describe('a certificate', () => {
  it('is recorded by the institution and counts once an administrator has checked it', async () => {
    const { id } = await admitted(service, aUscc(), []);
    const recorded = await post(`/institutions/${id}/qualifications`, aCertificate(), coordinatorOf(id));
    expect([recorded.status, recorded.body.status]).toEqual([201, 'proposed']);
    const path = `/qualifications/${recorded.body.id}`;
    expect((await post(`${path}/activate`, {}, coordinatorOf(id))).status).toBe(403);
    expect((await post(`${path}/activate`, {})).body.status).toBe('active');
    expect(await list(id, clerk)).toHaveLength(1);
  });

  it('is recorded once', async () => {
    const { id } = await admitted(service, aUscc(), []);
    await post(`/institutions/${id}/qualifications`, aCertificate());
    const again = await post(`/institutions/${id}/qualifications`, aCertificate());
    expect([again.status, again.body.type]).toEqual([409, 'urn:qi:problem:qualification/number-taken']);
  });

  it('is not recorded for another institution, nor seen there', async () => {
    const mine = await admitted(service, aUscc(), []);
    const other = await admitted(service, aUscc(), []);
    const path = `/institutions/${mine.id}/qualifications`;
    expect((await post(path, aCertificate(), coordinatorOf(other.id))).status).toBe(404);
    expect((await service.http.get(`${api}${path}`, { as: coordinatorOf(other.id) })).status).toBe(404);
  });

  it('ends by itself on the day after its last, and not before when it was prolonged', async () => {
    const { id } = await admitted(service, aUscc(), []);
    const last = addDays(today(), 5);
    const { body } = await post(`/institutions/${id}/qualifications`, aCertificate({ validTo: last }));
    await post(`/qualifications/${body.id}/activate`, {});
    const prolonged = await service.http.patch<Qualification>(
      `${api}/qualifications/${body.id}`,
      { validTo: addDays(last, 5) },
      { as: administrator, headers: { 'if-match': '"2"' } },
    );
    expect(prolonged.body).toMatchObject({ validTo: addDays(last, 5), status: 'active' });
    await service.advance(fromBusinessDate(addDays(last, 1)).getTime() - service.clock.now().getTime());
    expect(await list(id)).toMatchObject([{ status: 'active' }]);
    await service.advance(5 * 86_400_000);
    await waitFor(async () => {
      expect(await list(id)).toMatchObject([{ status: 'expired' }]);
      return true;
    });
  });
});
