import type { Actor } from '@qi/platform';
import { actor, expectNoOpenTransaction, type TestService } from '@qi/testing';
import { aFirm, aPerson, base, clerk, outboxOf, startWindow } from '../../test/window';
import type { EnterprisePage, EnterpriseResponse } from './enterprise.dto';
import type { MemberList } from './member.dto';

interface Problem {
  type: string;
  detail: string;
  legal?: string[];
  fields?: string[];
  errors?: { pointer: string; message: string }[];
}

describe('enterprises', () => {
  let window: TestService;
  const path = `${base}/enterprises`;
  beforeAll(async () => {
    window = await startWindow();
  });
  afterEach(() => expectNoOpenTransaction(window.dataSource));
  afterAll(() => window.close());

  const register = async (as: Actor, values = {}): Promise<EnterpriseResponse> =>
    (await window.http.post<EnterpriseResponse>(path, aFirm(values), { as })).body;
  const act = <T = EnterpriseResponse>(id: string, action: string, body: object, as: Actor) =>
    window.http.post<T>(`${path}/${id}/${action}`, body, { as });
  const put = <T = EnterpriseResponse>(id: string, version: number, body: object, as: Actor) =>
    window.http.put<T>(`${path}/${id}`, body, { as, headers: { 'if-match': `"${version}"` } });
  const withoutCode = (values = {}) => {
    const { uscc: _, ...rest } = aFirm(values);
    return rest;
  };

  it('are registered by one of their people, who becomes the owner, and verified by a clerk of the area', async () => {
    const owner = aPerson();
    const { id, status } = await register(owner);
    expect(status).toBe('registered');
    const members = await window.http.get<MemberList>(`${path}/${id}/members`, { as: owner });
    expect(members.body.items).toMatchObject([{ sub: owner.sub, roles: ['owner'] }]);
    const verified = await act(id, 'verify', {}, clerk);
    expect(verified.body).toMatchObject({ status: 'verified', verifiedBy: { sub: clerk.sub }, version: 2 });
    expect(await outboxOf(window, 'enterprise.verified.v1')).toMatchObject([{ enterpriseId: id, areaCode: '330482' }]);
  });

  it('are registered once per credit code, also when two people do it at once', async () => {
    const firm = aFirm();
    const answers = await Promise.all(
      [aPerson(), aPerson()].map((as) => window.http.post<Problem>(path, firm, { as })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.type).toBe('urn:qi:problem:enterprise/already-registered');
    const rows = await window.dataSource.query<unknown[]>(
      `select from enterprise_member m join enterprise e on e.id = m.enterprise_id where e.uscc = $1`,
      [firm['uscc']],
    );
    expect(rows).toHaveLength(1);
  });

  it.each([
    ['a wrong check digit', '91350200M000000510', /place 18/],
    ['a code that passes mod 31 but not GB 11714', '123456789012345678', /organi[sz]ation/i],
    ['too few characters', '9133048', /18 characters/],
    ['a letter that is not used', '91330482MA2B00006O', /not allowed/],
  ])('are refused with %s, and the check that failed is named', async (_, uscc, text) => {
    const { status, body } = await window.http.post<Problem>(path, aFirm({ uscc }), {
      as: aPerson(),
      headers: { 'accept-language': 'en' },
    });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer: '/uscc' }]);
    expect(body.errors?.[0]?.message).toMatch(text);
  });

  it('are hidden from everyone else, whatever is asked of them', async () => {
    const { id } = await register(aPerson());
    const strangers = [
      aPerson(),
      actor('applicant'),
      actor('clerk', { areas: ['330424'] }),
      actor('administrator', { areas: [] }),
    ];
    for (const as of strangers) {
      expect((await window.http.get(`${path}/${id}`, { as })).status).toBe(404);
      expect((await window.http.get(`${path}/${id}/members`, { as })).status).toBe(404);
      expect((await window.http.get<EnterprisePage>(path, { as })).body.items).toEqual([]);
    }
    expect((await put(id, 1, withoutCode(), aPerson())).status).toBe(404);
    expect((await act(id, 'verify', {}, actor('clerk', { areas: ['330424'] }))).status).toBe(404);
    expect((await window.http.get(`${path}/${id}`)).status).toBe(401);
  });

  it('are seen by whoever acts for them by token, and by people of the window in their areas', async () => {
    const { id } = await register(aPerson(), { name: '可见性示例公司' });
    const seers = [
      actor('applicant', { org: { kind: 'enterprise', id } }),
      clerk,
      actor('steward', { areas: ['330000'] }),
      actor('auditor', { areas: ['100000'] }),
    ];
    for (const as of seers) {
      expect((await window.http.get(`${path}/${id}`, { as })).status).toBe(200);
      const found = await window.http.get<EnterprisePage>(`${path}?q=${encodeURIComponent('可见性示例')}`, { as });
      expect(found.body.items.map((item) => item.id)).toEqual([id]);
    }
  });

  it('are several to one person', async () => {
    const person = aPerson();
    const ids = [await register(person), await register(person)].map(({ id }) => id);
    const { body } = await window.http.get<EnterprisePage>(`${path}?limit=1`, { as: person });
    const rest = await window.http.get<EnterprisePage>(`${path}?after=${body.next ?? ''}`, { as: person });
    expect([...body.items, ...rest.body.items].map(({ id }) => id)).toEqual(ids);
  });

  it('have several people, managed by the owner, and never lose the last owner', async () => {
    const [owner, other] = [aPerson(), aPerson()];
    const { id } = await register(owner);
    const members = `${path}/${id}/members`;
    const added = { sub: other.sub, name: other.name, roles: ['applicant'] };
    expect((await window.http.post<MemberList>(members, added, { as: owner })).body.items).toHaveLength(2);
    expect((await window.http.get(`${path}/${id}`, { as: other })).status).toBe(200);
    const third = { sub: 'third', name: 'x', roles: ['finance'] };
    expect((await window.http.post(members, third, { as: other })).status).toBe(403);
    expect((await window.http.delete(`${members}/${owner.sub}`, { as: owner })).status).toBe(409);
    expect((await window.http.delete(`${members}/${other.sub}`, { as: owner })).status).toBe(200);
    expect((await window.http.get(`${path}/${id}`, { as: other })).status).toBe(404);
  });

  it('keep an owner when two owners remove each other at once', async () => {
    const [a, b] = [aPerson(), aPerson()];
    const { id } = await register(a);
    const members = `${path}/${id}/members`;
    await window.http.post(members, { sub: b.sub, name: b.name, roles: ['owner'] }, { as: a });
    await Promise.all([
      window.http.delete(`${members}/${b.sub}`, { as: a }),
      window.http.delete(`${members}/${a.sub}`, { as: b }),
    ]);
    const left = await window.http.get<MemberList>(members, { as: clerk });
    expect(left.body.items).toHaveLength(1);
  });

  it('are entered at the counter by a clerk of the area, without an owner', async () => {
    const { id } = await register(clerk);
    expect((await window.http.get<MemberList>(`${path}/${id}/members`, { as: clerk })).body.items).toEqual([]);
    const elsewhere = await window.http.post<Problem>(path, aFirm({ areaCode: '330424' }), { as: clerk });
    expect(elsewhere.status).toBe(403);
  });

  it('change their address themselves, and what the licence says only through a clerk', async () => {
    const owner = aPerson();
    const { id } = await register(owner);
    await act(id, 'verify', {}, clerk);
    const moved = await put(id, 2, withoutCode({ address: '新址 2 号' }), owner);
    expect(moved.body).toMatchObject({ address: '新址 2 号', status: 'verified', version: 3 });
    const renamed = await put<Problem>(id, 3, withoutCode({ name: '别名公司' }), owner);
    expect(renamed.status).toBe(409);
    expect(renamed.body).toMatchObject({ type: 'urn:qi:problem:enterprise/licence-fields', fields: ['name'] });
    expect((await put(id, 3, withoutCode({ name: '别名公司' }), clerk)).status).toBe(200);
    expect((await put(id, 3, withoutCode(), owner)).status).toBe(412);
    expect((await put(id, 4, aFirm(), owner)).status).toBe(400);
  });

  it('are not read and written by different roles of one person', async () => {
    const { id } = await register(aPerson());
    const both = { ...aPerson(), roles: ['applicant', 'auditor'] as const, areas: ['330482'] };
    expect((await window.http.get(`${path}/${id}`, { as: both })).status).toBe(200);
    expect((await put(id, 1, withoutCode(), both)).status).toBe(403);
  });

  it('are verified by someone else, even where the clerk is one of its people', async () => {
    const both: Actor = { ...clerk, sub: 'clerk-and-owner', roles: ['applicant', 'clerk'] };
    const { id } = await register(both);
    expect((await act<Problem>(id, 'verify', {}, both)).body.type).toBe('urn:qi:problem:enterprise/own-enterprise');
    expect((await act(id, 'verify', {}, clerk)).status).toBe(200);
  });

  it('are suspended with a reason and verified again', async () => {
    const { id } = await register(aPerson());
    expect((await act(id, 'suspend', { reason: '证照过期' }, clerk)).body).toMatchObject({
      status: 'suspended',
      suspendedReason: '证照过期',
    });
    const again = await act<Problem>(id, 'suspend', { reason: 'x' }, clerk);
    expect(again.status).toBe(409);
    expect(again.body.legal).toEqual(['verified']);
    expect((await act(id, 'verify', {}, clerk)).body).toMatchObject({ status: 'verified' });
  });
});
