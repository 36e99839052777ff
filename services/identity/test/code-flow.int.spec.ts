import type { TestService } from '@qi/testing';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { begin, Browser, redeem } from './browser';
import { ofTheDistrict, password, person, publicUrl, startIdentity } from './identity';

let service: TestService;

beforeAll(async () => {
  service = await startIdentity({}, [ofTheDistrict]);
});
afterAll(() => service.close());

it('discovery speaks of the public address only, whatever host is asked', async () => {
  const { body } = await service.http.get<Record<string, unknown>>('/identity/.well-known/openid-configuration', {
    headers: { 'x-forwarded-host': 'evil.example' },
  });
  expect(body).toMatchObject({
    issuer: `${publicUrl}/identity`,
    authorization_endpoint: `${publicUrl}/identity/oidc/auth`,
    token_endpoint: `${publicUrl}/identity/oidc/token`,
    end_session_endpoint: `${publicUrl}/identity/oidc/end-session`,
    jwks_uri: `${publicUrl}/identity/oidc/jwks`,
    id_token_signing_alg_values_supported: ['ES256'],
    code_challenge_methods_supported: ['S256'],
    response_types_supported: ['code'],
  });
});

it('a person signs in once and the gateway learns who it is', async () => {
  const browser = new Browser(service.url);
  const begun = begin();
  const asked = await browser.get(begun.path);
  expect(asked.location).toMatch(/^\/identity\/sign-in\/[\w-]+$/);
  const page = await browser.follow(asked);
  expect(page.text).toContain('<h1>Sign in</h1>');

  const back = await browser.follow(await browser.post(asked.location!, { email: ' CLERK@demo.test', password }));
  const callback = new URL(back.location!, publicUrl);
  expect(callback.pathname).toBe('/auth/callback');
  expect(callback.searchParams.get('state')).toBe(begun.state);

  const tokens = await redeem(service.url, callback.searchParams.get('code')!, begun.verifier);
  expect(tokens.status).toBe(200);
  const keys = await service.http.get<JSONWebKeySet>('/identity/oidc/jwks');
  expect(JSON.stringify(keys.body)).not.toContain('"d"');
  const { payload } = await jwtVerify(tokens.body.id_token, createLocalJWKSet(keys.body), {
    issuer: `${publicUrl}/identity`,
    audience: 'qi-gateway',
  });
  expect(payload).toMatchObject({ ...person, nonce: begun.nonce, amr: ['pwd'], sid: expect.any(String) as string });

  const again = await browser.follow(await browser.get(begin().path));
  expect(again.location).toMatch(/^\/auth\/callback\?code=/);
});

it('a wrong password keeps the address and says so, in the language of the browser', async () => {
  const browser = new Browser(service.url);
  const { location = '' } = await browser.get(begin().path);
  const page = await browser.post(location, { email: person.email, password: 'wrong' }, { 'accept-language': 'zh-CN' });
  expect([page.status, page.text]).toEqual([422, expect.stringContaining('邮箱或密码不对')]);
  expect(page.text).toContain(`value="${person.email}"`);
  expect(page.text).not.toContain('wrong');
});

it('who does not want to sign in goes back without a code', async () => {
  const browser = new Browser(service.url);
  const { location = '' } = await browser.get(begin().path);
  const back = await browser.follow(await browser.post(`${location}/cancel`, {}));
  expect(back.location).toMatch(/^\/auth\/callback\?error=access_denied/);
});

it('the pages speak the language that the gateway asks for, and the one chosen on a page before the browser’s', async () => {
  const browser = new Browser(service.url);
  const { location = '' } = await browser.get(begin({ ui_locales: 'zh' }).path);
  expect((await browser.get(location)).text).toContain('<html lang="zh-CN">');
  const back = await browser.get(`/identity/language/en?back=${encodeURIComponent(location)}`);
  expect(back.location).toBe(location);
  const page = await browser.get(location, { 'accept-language': 'zh-CN' });
  expect(page.text).toContain('<html lang="en">');
});

it('an application of somebody else has to be agreed to, once, and a refusal tells it nothing', async () => {
  const [browser, unwilling] = [new Browser(service.url), new Browser(service.url)];
  const theirs = { client_id: 'district-portal', redirect_uri: 'https://district.example/callback' };
  const consentOf = async (who: Browser) => {
    const { location = '' } = await who.get(begin(theirs).path);
    return who.follow(await who.post(location, { email: person.email, password }));
  };
  const asked = await consentOf(browser);
  expect(asked.text).toContain('&lt;i&gt;District&lt;/i&gt;');
  expect(asked.text).toContain('your e-mail address');
  expect(asked.headers.get('content-security-policy')).toContain("form-action 'self' https://district.example;");
  const step = /action="([^"]+)\/consent"/.exec(asked.text)?.[1] ?? '';
  const agreed = await browser.follow(await browser.post(`${step}/consent`, {}));
  expect(agreed.location).toMatch(/^https:\/\/district\.example\/callback\?code=/);
  expect((await browser.follow(await browser.get(begin(theirs).path))).location).toMatch(/\?code=/);

  const page = await consentOf(unwilling);
  const other = /action="([^"]+)\/cancel"/.exec(page.text)?.[1] ?? '';
  const refused = await unwilling.follow(await unwilling.post(`${other}/cancel`, {}));
  expect(refused.location).toMatch(/^https:\/\/district\.example\/callback\?error=access_denied/);
});
