import { newId } from '@qi/kernel';
import { AccessLog, AccessLogRetention, type Actor } from '@qi/platform';
import { actor, checkAfterEach, waitFor, type TestService } from '@qi/testing';
import { aDraft, aPlace, made, type Place } from './case';
import { pdf } from './sample-files';
import { base, clerk, startWindow } from './window';

interface Entry {
  readonly actor: { readonly sub: string; readonly name: string };
  readonly operation: string;
  readonly subject: { readonly kind: string; readonly id: string; readonly number?: string };
  readonly owner: { readonly id: string; readonly name?: string };
  readonly reason: object;
}
interface EntryPage {
  readonly items: Entry[];
  readonly next?: string;
}

let window: TestService;
let place: Place;
let request: { readonly id: string; readonly number: string };
const auditor = actor('auditor');

beforeAll(async () => {
  window = await startWindow();
  place = await aPlace(window);
  request = await aDraft(window, place);
});
afterAll(() => window.close());
checkAfterEach(() => window.dataSource, { outbox: false });
beforeEach(async () => {
  await window.app.get(AccessLog).write();
  await window.dataSource.query('truncate access_log');
});

const get = (path: string, as: Actor, headers: Record<string, string> = {}) =>
  window.http.get(`${base}/${path}`, { as, headers });
const log = async (as: Actor, query = '') =>
  made(await window.http.get<EntryPage>(`${base}/access-log${query}`, { as }));
const entries = async (as: Actor, query = '') => (await log(as, query)).items;

describe('the access log', () => {
  it('tells the firm who of the window looked at its request, why, and what for', async () => {
    const purpose = { 'x-purpose': encodeURIComponent('核对附件') };
    expect((await get(`service-requests/${request.id}`, clerk, purpose)).status).toBe(200);
    expect(await entries(place.applicant)).toMatchObject([
      {
        actor: { sub: clerk.sub, name: clerk.name, roles: ['clerk'], organisation: clerk.org },
        operation: 'ServiceRequestController_get',
        subject: { kind: 'service-request', id: request.id, number: request.number, requestId: request.id },
        owner: { kind: 'enterprise', id: place.enterpriseId, name: '平湖示例童车有限公司' },
        reason: { role: 'clerk', scope: 'area', area: '330482', purpose: '核对附件' },
      },
    ]);
  });

  it('notes life line, firm, people and papers, each as what was called', async () => {
    const form = new FormData();
    form.set('enterpriseId', place.enterpriseId);
    form.set('file', new Blob([new Uint8Array(pdf())]), '说明.pdf');
    const paper = made(await window.http.post<{ id: string }>(`${base}/attachments`, form, { as: place.applicant }));
    const paths = [
      `service-requests/${request.id}/life-line`,
      `enterprises/${place.enterpriseId}`,
      `enterprises/${place.enterpriseId}/members`,
      `attachments/${paper.id}`,
      `attachments/${paper.id}/content`,
    ];
    for (const path of paths) expect((await get(path, auditor)).status).toBe(200);
    expect((await entries(auditor)).map(({ operation, subject }) => `${subject.kind} ${operation}`)).toEqual([
      'attachment AttachmentController_content',
      'attachment AttachmentController_get',
      'enterprise-members MemberController_list',
      'enterprise EnterpriseController_get',
      'service-request ServiceRequestController_lifeLine',
    ]);
  });

  it('has nothing of the firm’s own people, of lists, and of what was not there for who asked', async () => {
    await get(`service-requests/${request.id}`, place.applicant);
    await get('service-requests', clerk);
    await get(`service-requests/${request.id}`, actor('clerk', { areas: ['310000'] }));
    await get(`service-requests/${newId()}`, clerk);
    expect(await entries(auditor)).toEqual([]);
  });

  it('shows a firm its own entries alone, and whoever has no part in it none', async () => {
    await get(`service-requests/${request.id}`, clerk);
    expect(await entries(actor('applicant'))).toEqual([]);
    expect(await entries(actor('applicant'), `?ownerId=${place.enterpriseId}`)).toEqual([]);
    expect((await get('access-log', clerk)).status).toBe(403);
  });

  it('is searched by owner, actor, subject, request and time, and read page by page', async () => {
    const other = actor('clerk', { areas: ['330400'] });
    for (const as of [clerk, other, auditor]) await get(`service-requests/${request.id}`, as);
    const subs = async (query: string) => (await entries(auditor, query)).map(({ actor: { sub } }) => sub);
    const all = [auditor.sub, other.sub, clerk.sub];
    expect(await subs(`?ownerId=${place.enterpriseId}`)).toEqual(all);
    expect(await subs(`?subjectId=${request.id}`)).toEqual(all);
    expect(await subs(`?subjectNumber=${request.number}`)).toEqual(all);
    expect(await subs(`?requestId=${request.id}`)).toEqual(all);
    expect(await subs(`?sub=${other.sub}`)).toEqual([other.sub]);
    expect(await subs(`?ownerId=${newId()}`)).toEqual([]);
    const now = window.clock.now().getTime();
    expect(await subs(`?to=${new Date(now - 3_600_000).toISOString()}`)).toEqual([]);
    expect(await subs(`?from=${new Date(now - 3_600_000).toISOString()}`)).toEqual(all);
    const first = await log(auditor, '?limit=2');
    expect(first.items).toHaveLength(2);
    expect(await subs(`?limit=2&after=${first.next}`)).toEqual([clerk.sub]);
  });

  it('names no owner that the service does not know', async () => {
    await get(`service-requests/${request.id}`, clerk);
    await window.app.get(AccessLog).write();
    await window.dataSource.query(`update access_log set owner_id = 'somebody'`);
    expect((await entries(auditor))[0]?.owner).toEqual({ kind: 'enterprise', id: 'somebody' });
  });

  it('is kept for three years, and then taken away day by day', async () => {
    const days = (count: number) => window.advance(count * 86_400_000);
    await get(`service-requests/${request.id}`, clerk);
    expect(await entries(auditor)).toHaveLength(1);
    await days(1_090);
    await get(`service-requests/${request.id}`, auditor);
    await window.app.get(AccessLog).write();
    await days(10);
    const left = async () => (await entries(auditor)).map(({ actor: { sub } }) => sub);
    await waitFor(async () => (await left()).length === 1);
    expect(await left()).toEqual([auditor.sub]);
    window.clock.reset();
  });

  it('takes away a bounded number in one round', async () => {
    await window.dataSource.query(
      `insert into access_log (id, at, sub, name, roles, operation, subject_kind, subject_id, owner_kind, owner_id, role, scope)
       select gen_random_uuid(), '2020-01-01', 's', 'n', '{}', 'o', 'k', 'i', 'enterprise', 'e', 'clerk', 'area'
       from generate_series(1, 10_005)`,
    );
    await window.app.get(AccessLogRetention).forget();
    const count = 'select count(*)::int as left from access_log';
    expect(await window.dataSource.query(count)).toEqual([{ left: 5 }]);
    await window.app.get(AccessLogRetention).forget();
    expect(await window.dataSource.query(count)).toEqual([{ left: 0 }]);
  });

  it.each(['?requestId=x', '?from=yesterday', '?limit=0', '?after=x', '?colour=red'])('%s is a 400', async (query) => {
    expect((await get(`access-log${query}`, auditor)).status).toBe(400);
  });

  it('does not fail a read when it cannot be written, and keeps what it noted', async () => {
    await window.dataSource.query('alter table access_log rename to access_log_away');
    expect((await get(`service-requests/${request.id}`, clerk)).status).toBe(200);
    await window.app.get(AccessLog).write();
    await window.dataSource.query('alter table access_log_away rename to access_log');
    expect(await entries(auditor)).toMatchObject([{ actor: { sub: clerk.sub } }]);
  });

  it.each(['%', '%00', '%ff', 'x'.repeat(5_000)])('takes the purpose %p without harm', async (purpose) => {
    expect((await get(`service-requests/${request.id}`, clerk, { 'x-purpose': purpose })).status).toBe(200);
    expect(await entries(auditor)).toHaveLength(1);
  });
});
