import { newId } from '@qi/kernel';
import type { Browser } from './browser';
import { gatewayStage, type Stage } from './stage';

describe('people of an organisation', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await gatewayStage();
    stage.echo.answer = (request, response) => {
      const members = request.url?.endsWith('/members');
      const body = members ? { items: [{ sub: 'owner', roles: ['owner'] }] } : { name: '示例童车' };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
  });
  afterAll(() => stage.close());
  const typeOf = async (answer: Response) => ((await answer.json()) as { type: string }).type;
  const invite = (browser: Browser, given: object) =>
    browser.post('/api/gateway/v1/invitations', { areas: [], note: '财务小王', ...given });
  const secretOf = async (answer: Response) =>
    ((await answer.json()) as { link: string }).link.split('/invite/')[1] ?? '';

  it('whoever registered a firm acts for it; others do not', async () => {
    const enterpriseId = newId();
    const owner = await stage.signedIn('owner');
    expect((await owner.post('/api/gateway/v1/memberships/claim', { enterpriseId })).status).toBe(204);
    expect(await owner.readSession()).toMatchObject({
      acting: { organisation: { kind: 'enterprise', id: enterpriseId, name: '示例童车' }, roles: ['applicant'] },
    });
    const thief = await stage.signedIn('thief');
    const refused = await thief.post('/api/gateway/v1/memberships/claim', { enterpriseId });
    expect([refused.status, await typeOf(refused)]).toEqual([403, 'urn:qi:problem:membership/not-owner']);
  });

  it('a manager invites, the guest accepts once and acts with the roles that were offered', async () => {
    const { organisationId } = await stage.member('ann', { roles: ['applicant'] });
    const ann = await stage.signedIn('ann');
    const target = { organisationKind: 'enterprise', organisationId, roles: ['finance'] };
    const made = await invite(ann, target);
    expect(made.status).toBe(201);
    const secret = await secretOf(made);
    const guest = await stage.signedIn('guest');
    const shown = await (await guest.post('/api/gateway/v1/invitations/look', { secret })).json();
    expect(shown).toMatchObject({ organisationName: '示例童车', roles: ['finance'] });
    expect((await guest.post('/api/gateway/v1/invitations/accept', { secret })).status).toBe(204);
    expect(await guest.readSession()).toMatchObject({
      acting: { organisation: { id: organisationId }, roles: ['finance'] },
    });
    const second = await stage.signedIn('second');
    const late = await second.post('/api/gateway/v1/invitations/accept', { secret });
    expect([late.status, await typeOf(late)]).toEqual([404, 'urn:qi:problem:invitation/unknown']);
    expect((await invite(guest, target)).status).toBe(403);
    expect((await invite(ann, { ...target, roles: ['clerk'] })).status).toBe(422);
    expect((await invite(ann, { ...target, organisationId: newId() })).status).toBe(403);
  });

  it('a withdrawn invitation opens nothing, nor does one of another inviter get withdrawn', async () => {
    const { organisationId } = await stage.member('bo', { roles: ['applicant'] });
    const [bo, other] = [await stage.signedIn('bo'), await stage.signedIn('other')];
    const made = await invite(bo, { organisationKind: 'enterprise', organisationId, roles: ['applicant'] });
    const { id, link } = (await made.json()) as { id: string; link: string };
    expect((await other.send('DELETE', `/api/gateway/v1/invitations/${id}`, undefined, {})).status).toBe(404);
    expect((await bo.send('DELETE', `/api/gateway/v1/invitations/${id}`, undefined, {})).status).toBe(204);
    const secret = link.split('/invite/')[1];
    expect((await other.post('/api/gateway/v1/invitations/accept', { secret })).status).toBe(404);
  });

  it('people leave or are taken out, but somebody who manages them stays', async () => {
    const organisationId = newId();
    const boss = await stage.member('boss', { organisationId, roles: ['applicant'] });
    const clerk = await stage.member('payer', { organisationId, roles: ['finance'] });
    const stranger = await stage.member('stranger', { roles: ['applicant'] });
    const [bossBrowser, payer] = [await stage.signedIn('boss'), await stage.signedIn('payer')];
    const end = (browser: Browser, id: string) =>
      browser.send('DELETE', `/api/gateway/v1/memberships/${id}`, undefined, {});
    const list = (await (await payer.get('/api/gateway/v1/memberships')).json()) as { items: { sub: string }[] };
    expect(list.items.map(({ sub }) => sub).sort()).toEqual(['boss', 'payer']);
    expect((await end(payer, boss.id)).status).toBe(404);
    expect((await end(bossBrowser, stranger.id)).status).toBe(404);
    const last = await end(bossBrowser, boss.id);
    expect([last.status, await typeOf(last)]).toEqual([409, 'urn:qi:problem:membership/last-manager']);
    expect((await end(bossBrowser, clerk.id)).status).toBe(204);
    expect(await payer.readSession()).toMatchObject({ signedIn: true, memberships: [] });
    await payer.get('/api/standards/v1/x');
  });

  it('an administrator sees and takes out the staff of its areas alone, and invites to no wider ones', async () => {
    const county = { organisationKind: 'platform' as const, roles: ['clerk' as const] };
    const near = await stage.member('near-clerk', { ...county, areas: ['330482'] });
    const far = await stage.member('far-clerk', { ...county, areas: ['440100'] });
    await stage.member('operator', { organisationKind: 'administration', roles: ['operator'], areas: [] });
    const province = { organisationKind: 'administration' as const, organisationId: '330000' };
    await stage.member('head', { ...province, roles: ['administrator'], areas: ['330000'] });
    const [head, clerk] = [await stage.signedIn('head'), await stage.signedIn('near-clerk')];
    const staff = (await (await head.get('/api/gateway/v1/memberships/staff')).json()) as { items: { id: string }[] };
    const ids = staff.items.map(({ id }) => id);
    expect([ids.includes(near.id), ids.includes(far.id)]).toEqual([true, false]);
    expect((await clerk.get('/api/gateway/v1/memberships/staff')).status).toBe(403);
    const toCounty = { organisationKind: 'administration', organisationId: '330482', roles: ['administrator'] };
    expect((await invite(head, { ...toCounty, areas: ['330482'] })).status).toBe(201);
    expect((await invite(head, { ...toCounty, areas: ['440100'] })).status).toBe(403);
    expect((await invite(head, { ...toCounty, roles: ['operator'], areas: ['330482'] })).status).toBe(403);
    const end = (id: string) => head.send('DELETE', `/api/gateway/v1/memberships/${id}`, undefined, {});
    expect([(await end(far.id)).status, (await end(near.id)).status]).toEqual([404, 204]);
  });
});
