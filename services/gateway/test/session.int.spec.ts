import { decodeJwt } from 'jose';
import { gatewayStage, type Stage } from './stage';

interface SessionBody {
  signedIn: boolean;
  csrf: string | null;
  person?: { sub: string; name: string };
  acting?: { id: string; organisation: { name: string } };
  memberships: { id: string }[];
}

describe('session', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await gatewayStage();
  });
  afterAll(() => stage.close());
  const tokenOf = (index = -1) => stage.echo.received.at(index)?.headers.authorization?.replace('Bearer ', '') ?? '';

  it('is nobody’s before signing in', async () => {
    const answer = await stage.browser().get('/session');
    expect([answer.status, await answer.json()]).toEqual([200, { signedIn: false, csrf: null, memberships: [] }]);
  });

  it('begins with a sign-in at the provider and leads back to where the person was', async () => {
    stage.provider.signsIn = { sub: 'ann', name: '安', email: 'ann@demo.test' };
    const browser = stage.browser();
    expect(await browser.signIn('/firm/requests?tab=open')).toBe('/firm/requests?tab=open');
    expect(await browser.readSession()).toMatchObject({ signedIn: true, person: { sub: 'ann', name: '安' } });
    expect([...browser.cookies.keys()]).toEqual(['__Host-qi']);
  });

  it('is kept in a cookie that scripts, other hosts and other sites do not get', async () => {
    const browser = stage.browser();
    const begun = await browser.get('/auth/login');
    expect(begun.headers.getSetCookie()[0]).toMatch(
      /^__Host-qi-login=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax; Max-Age=1200$/,
    );
    const there = await browser.get(begun.headers.get('location') ?? '');
    const back = await browser.get(there.headers.get('location') ?? '');
    expect(back.headers.getSetCookie()).toContainEqual(
      expect.stringMatching(/^__Host-qi=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    );
  });

  it('names the actor to a service with a short token for that service alone', async () => {
    const firm = await stage.member('bo', { roles: ['applicant', 'finance'] });
    const browser = await stage.signedIn('bo');
    expect((await browser.get('/api/standards/v1/x')).status).toBe(200);
    const claims = decodeJwt(tokenOf());
    expect(claims).toMatchObject({
      sub: 'bo',
      aud: ['standards', 'institutions', 'metrology', 'service-requests'],
      iss: 'qi',
      roles: ['applicant', 'finance'],
    });
    expect(claims).toMatchObject({ org: { kind: 'enterprise', id: firm.organisationId }, areas: [] });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(120);
  });

  it('lets a person act for another of its organisations, and for no other', async () => {
    const [first, second] = [await stage.member('cy', {}), await stage.member('cy', { organisationName: '另一企业' })];
    const foreign = await stage.member('di', {});
    const browser = await stage.signedIn('cy');
    expect(await browser.readSession<SessionBody>()).toMatchObject({ acting: { id: first.id } });
    expect((await browser.post('/session/act-for', { membershipId: second.id })).status).toBe(204);
    expect(await browser.readSession<SessionBody>()).toMatchObject({ acting: { organisation: { name: '另一企业' } } });
    await browser.get('/api/standards/v1/x');
    expect(decodeJwt(tokenOf())).toMatchObject({ org: { id: second.organisationId } });
    const refused = await browser.post('/session/act-for', { membershipId: foreign.id });
    expect([refused.status, ((await refused.json()) as { type: string }).type]).toEqual([
      404,
      'urn:qi:problem:membership/unknown',
    ]);
    expect((await (await stage.signedIn('cy')).readSession<SessionBody>()).acting?.id).toBe(second.id);
  });

  it('ends after an hour of silence, and after twelve hours whatever happens', async () => {
    const [idle, busy] = [await stage.signedIn('ed'), await stage.signedIn('flo')];
    const hour = 3_600_000;
    for (let passed = 0.9; passed < 12; passed += 0.9) {
      await stage.service.advance(hour * 0.9);
      expect(await busy.readSession()).toMatchObject({ signedIn: true });
    }
    expect(await idle.readSession()).toMatchObject({ signedIn: false });
    await stage.service.advance(hour * 0.9);
    expect(await busy.readSession()).toMatchObject({ signedIn: false });
  });
});
