import { gatewayStage, type Stage } from './stage';

describe('signing out', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await gatewayStage();
  });
  afterAll(() => stage.close());

  const backChannel = (token: string) =>
    fetch(`${stage.url}/auth/backchannel-logout`, {
      method: 'POST',
      body: new URLSearchParams({ logout_token: token }),
    });

  it('ends the session here and leads to where it ends at the provider', async () => {
    const browser = await stage.signedIn('ann');
    const cookie = browser.cookieHeader();
    const { redirectTo } = (await (await browser.post('/auth/logout')).json()) as { redirectTo: string };
    const there = new URL(redirectTo);
    expect(there.origin + there.pathname).toBe(`${stage.provider.issuer}/end`);
    expect(there.searchParams.get('post_logout_redirect_uri')).toBe(`${stage.url}/`);
    expect(browser.cookies.size).toBe(0);
    const again = await stage.browser().get('/session', { cookie });
    expect(await again.json()).toMatchObject({ signedIn: false });
  });

  it('the provider ends one session by its id, or all of a person', async () => {
    stage.provider.signsIn = { sub: 'bo', sid: 'sid-1' };
    const [first, second] = [stage.browser(), stage.browser()];
    await first.signIn();
    stage.provider.signsIn = { sub: 'bo', sid: 'sid-2' };
    await second.signIn();
    expect((await backChannel(await stage.provider.logoutToken({ sid: 'sid-1' }))).status).toBe(200);
    expect([await first.readSession(), await second.readSession()]).toMatchObject([
      { signedIn: false },
      { signedIn: true },
    ]);
    expect((await backChannel(await stage.provider.logoutToken({ sub: 'bo' }))).status).toBe(200);
    expect(await second.readSession()).toMatchObject({ signedIn: false });
  });

  it('nobody but the provider does', async () => {
    const browser = await stage.signedIn('cy');
    const forged = [
      await stage.provider.logoutToken({ sub: 'cy', nonce: 'an id token is no logout token' }),
      await stage.provider.logoutToken({ sub: 'cy', aud: 'someone-else' }),
      await stage.provider.logoutToken({ sub: 'cy', events: {} }),
      await stage.provider.logoutToken({ sub: 'cy', iat: 1, exp: 2 }),
      await stage.provider.logoutToken({}),
      '',
      'a.b.c',
      'x'.repeat(20_000),
    ];
    for (const token of forged) expect((await backChannel(token)).status).toBeGreaterThanOrEqual(400);
    expect(await browser.readSession()).toMatchObject({ signedIn: true });
  });
});
