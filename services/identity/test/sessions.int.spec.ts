import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitFor, type TestService } from '@qi/testing';
import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from 'jose';
import { AccountService } from '../src/account/account.service';
import { begin, Browser, redeem } from './browser';
import { password, person, publicUrl, startIdentity } from './identity';

let service: TestService;
let gateway: Server;
/** What the gateway heard by back channel. */
const heard: string[] = [];

beforeAll(async () => {
  gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      heard.push(new URLSearchParams(body).get('logout_token') ?? '');
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => gateway.once('listening', resolve));
  const { port } = gateway.address() as AddressInfo;
  service = await startIdentity({ backchannelLogoutUrl: `http://127.0.0.1:${port}/auth/backchannel-logout` });
});
afterAll(async () => {
  await service.close();
  gateway.close();
});
beforeEach(() => heard.splice(0));

async function signedIn(browser: Browser, email = person.email): Promise<{ idToken: string; sid: string }> {
  const begun = begin();
  const { location = '' } = await browser.get(begun.path, {
    'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0',
  });
  const back = await browser.follow(await browser.post(location, { email, password }));
  const code = new URL(back.location ?? '', publicUrl).searchParams.get('code') ?? '';
  const { body } = await redeem(service.url, code, begun.verifier);
  return { idToken: body.id_token, sid: String(decodeJwt(body.id_token)['sid']) };
}

const account = (browser: Browser) => browser.get('/identity/account');
const isOut = async (browser: Browser) => (await account(browser)).location?.startsWith('/auth/login') ?? false;

it('each session is listed to its owner, ended by its owner, and the gateway hears of it', async () => {
  const [phone, desk] = [new Browser(service.url, '203.0.113.50'), new Browser(service.url, '203.0.113.51')];
  const { sid } = await signedIn(phone);
  await signedIn(desk);
  const page = await waitFor(async () => {
    const { text } = await account(desk);
    return text.includes('203.0.113.50') && text;
  });
  const uid = /\/sessions\/([\w-]+)\/end"/.exec(page)?.[1] ?? '';

  await new Browser(service.url).post(`/identity/account/sessions/${uid}/end`, {});
  expect(await isOut(phone)).toBe(false);
  expect((await desk.post(`/identity/account/sessions/${uid}/end`, {})).status).toBe(303);
  expect([await isOut(phone), await isOut(desk)]).toEqual([true, false]);

  const keys = createLocalJWKSet((await service.http.get<JSONWebKeySet>('/identity/oidc/jwks')).body);
  const { payload } = await jwtVerify(heard[0] ?? '', keys, {
    issuer: `${publicUrl}/identity`,
    audience: 'qi-gateway',
  });
  expect(payload).toMatchObject({ sid, events: { 'http://schemas.openid.net/event/backchannel-logout': {} } });
});

it('a new password signs out everywhere but here', async () => {
  const [here, there] = [new Browser(service.url), new Browser(service.url)];
  await signedIn(here);
  const { sid } = await signedIn(there);
  const next = 'quite another password';
  const wrong = await here.post('/identity/account/password', { current: 'no', next });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('The present password is not right')]);
  const right = await here.post('/identity/account/password', { current: password, next });
  expect(right.text).toContain('Your password is changed');
  expect([await isOut(here), await isOut(there)]).toEqual([false, true]);
  expect(heard.map((token) => decodeJwt(token)['sid'])).toContain(sid);
  await here.post('/identity/account/password', { current: next, next: password });
});

it('the gateway signs a person out: one form that sends itself, back to the home page', async () => {
  const browser = new Browser(service.url);
  const { idToken, sid } = await signedIn(browser);
  const home = encodeURIComponent(`${publicUrl}/`);
  const asked = await browser.get(
    `/identity/oidc/end-session?id_token_hint=${idToken}&post_logout_redirect_uri=${home}`,
  );
  expect(asked.text).toContain('data-send');
  expect(asked.text).not.toMatch(/<script>/);
  const xsrf = /name="xsrf" value="(\w+)"/.exec(asked.text)?.[1] ?? '';
  const done = await browser.post('/identity/oidc/end-session/confirm', { xsrf, logout: 'yes' });
  expect(done.location).toBe('/');
  expect(await isOut(browser)).toBe(true);
  expect(heard.map((token) => decodeJwt(token)['sid'])).toEqual([sid]);
});

it('without the token that names the person, the person is asked first; no other address is gone to', async () => {
  const browser = new Browser(service.url);
  const { idToken } = await signedIn(browser);
  expect((await browser.get('/identity/oidc/end-session')).text).not.toContain('data-send');
  const evil = encodeURIComponent('https://evil.example/');
  const refused = await browser.get(
    `/identity/oidc/end-session?id_token_hint=${idToken}&post_logout_redirect_uri=${evil}`,
  );
  expect([refused.status, refused.location]).toEqual([400, undefined]);
  expect(await isOut(browser)).toBe(false);
});

it('an account is closed by its owner, for good, and nothing of the person is left in it', async () => {
  const [browser, other] = [new Browser(service.url), new Browser(service.url)];
  const someone = { ...person, sub: 'test-leaver', email: 'leaver@demo.test' };
  const accounts = service.app.get(AccountService, { strict: false });
  await accounts.enter([someone], password);
  await signedIn(browser, someone.email);
  await signedIn(other, someone.email);
  expect((await browser.post('/identity/account/close', { closing: 'wrong' })).status).toBe(422);
  expect((await browser.post('/identity/account/close', { closing: password })).text).toContain(
    'Your account is closed',
  );
  expect([await isOut(browser), await isOut(other), heard.length]).toEqual([true, true, 2]);
  const { location = '' } = await browser.get(begin().path);
  expect((await browser.post(location, { email: someone.email, password })).status).toBe(422);
  const [row] = await service.dataSource.query<object[]>(`select * from account where sub = 'test-leaver'`);
  expect(row).toMatchObject({ name: '', email: 'test-leaver@closed.invalid', password_hash: '' });
});

it('keys are turned over by time; what the old one signed stays good until it has died', async () => {
  const { idToken } = await signedIn(new Browser(service.url));
  const DAY = 24 * 3600_000;
  const keys = async () => (await service.http.get<JSONWebKeySet>('/identity/oidc/jwks')).body;
  const before = await keys();
  expect(before.keys).toHaveLength(1);

  await service.advance(29 * DAY + 3600_000);
  const both = await waitFor(async () => {
    const now = await keys();
    return now.keys.length === 2 && now;
  });
  const signer = (token: string) => jwtVerify(token, createLocalJWKSet(both), { clockTolerance: 600 });
  expect((await signer(idToken)).protectedHeader.kid).toBe(before.keys[0]?.kid);

  await service.advance(DAY);
  const next = await signedIn(new Browser(service.url));
  expect((await signer(next.idToken)).protectedHeader.kid).toBe(both.keys[1]?.kid);

  await service.advance(2 * DAY);
  await waitFor(async () => (await keys()).keys.every(({ kid }) => kid !== before.keys[0]?.kid));
  const { rows } = {
    rows: await service.dataSource.query<{ sealed: string }[]>('select sealed_jwk as sealed from signing_key'),
  };
  expect(rows.some(({ sealed }) => sealed.includes('"d"') || sealed.startsWith('{'))).toBe(false);
  service.clock.reset();
});
