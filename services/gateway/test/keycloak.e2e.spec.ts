import { freePort } from '@qi/embedded';
import { waitFor } from '@qi/testing';
import type { Browser } from './browser';
import { CLIENT_SECRET, emailOf, startKeycloak, type Keycloak } from './keycloak';
import { KeycloakVisitor } from './keycloak-visitor';
import { gatewayStage, type Stage } from './stage';

interface SessionBody {
  signedIn: boolean;
  person?: { name: string; email: string };
  acting?: { organisation: { kind: string }; roles: string[]; areas: string[] };
}

const asked = process.env['QI_TEST_KEYCLOAK'] === '1';
if (!asked) process.stderr.write('Keycloak is not tested: QI_TEST_KEYCLOAK=1 fetches and starts a real one.\n');

(asked ? describe : describe.skip)('Keycloak in the place of identity', () => {
  let keycloak: Keycloak;
  let stage: Stage;
  beforeAll(async () => {
    const port = await freePort();
    keycloak = await startKeycloak(`http://127.0.0.1:${port}`);
    const oidcRoleMap = { 'qi-clerk': 'clerk', 'qi-auditor': 'auditor' };
    const oidc = { oidcIssuer: keycloak.issuer, oidcClientSecret: CLIENT_SECRET, oidcRoleMap };
    stage = await gatewayStage({ port, publicUrl: `http://127.0.0.1:${port}`, ...oidc });
  }, 600_000);
  afterAll(async () => {
    await stage.close();
    await keycloak.stop();
  });

  /** Signs in as a browser does, over as many sign-ins as the gateway asks for; gives the page it ends at. */
  async function signIn(browser: Browser, name: string, returnTo: string): Promise<string> {
    const visitor = new KeycloakVisitor(new URL(keycloak.issuer).origin);
    let next = `/auth/login?returnTo=${encodeURIComponent(returnTo)}`;
    for (let turn = 0; turn < 2 && next.startsWith('/auth/login'); turn += 1) {
      const begun = (await browser.get(next)).headers.get('location') ?? '';
      const back = await visitor.signIn(begun, emailOf(name), 'one-window-2026');
      next = (await browser.get(back)).headers.get('location') ?? '';
    }
    return next;
  }
  const enter = (name: string, roles: string[] = [], areas: string[] = []) =>
    keycloak.enter({ name, password: 'one-window-2026', roles, areas });

  it('signs a person in who acts for nobody yet', async () => {
    await enter('anna');
    const browser = stage.browser();
    expect(await signIn(browser, 'anna', '/firm')).toBe('/firm');
    const session = await browser.readSession<SessionBody>();
    expect(session).toMatchObject({ signedIn: true, person: { name: 'anna 演示', email: 'anna@demo.test' } });
    expect(session.acting).toBeUndefined();
  });

  it('makes staff of those whose roles are mapped, in the areas it names, after a second factor', async () => {
    await enter('carla', ['qi-clerk', 'qi-operator'], ['330482']);
    const browser = stage.browser();
    expect(await signIn(browser, 'carla', '/window')).toBe('/window');
    expect((await browser.readSession<SessionBody>()).acting).toMatchObject({
      organisation: { kind: 'platform' },
      ...{ roles: ['clerk'], areas: ['330482'] },
    });
  });

  it('ends the session here when it is ended there', async () => {
    await enter('bert');
    const browser = stage.browser();
    await signIn(browser, 'bert', '/');
    await keycloak.signOut('bert');
    const out = async () => !(await browser.readSession<SessionBody>()).signedIn;
    expect(await waitFor(out, { what: 'the back-channel logout' })).toBe(true);
  });

  it('is signed out of with the portal', async () => {
    await enter('dora');
    const browser = stage.browser();
    await signIn(browser, 'dora', '/');
    await browser.readSession();
    const { redirectTo } = (await (await browser.post('/auth/logout')).json()) as { redirectTo: string };
    const there = new URL(redirectTo);
    expect(`${there.origin}${there.pathname}`).toBe(`${keycloak.issuer}/protocol/openid-connect/logout`);
    expect((await fetch(there, { redirect: 'manual' })).headers.get('location')).toBe(`${stage.url}/`);
  });
});
