import { connect } from 'node:net';
import type { TestService } from '@qi/testing';
import { begin, Browser, redeem } from './browser';
import { password, person, publicUrl, refused, startIdentity } from './identity';

let service: TestService;

beforeAll(async () => {
  service = await startIdentity();
});
afterAll(() => service.close());

async function codeOf(browser: Browser, begun = begin()): Promise<string> {
  const { location = '' } = await browser.get(begun.path);
  const back = await browser.follow(await browser.post(location, { email: person.email, password }));
  return new URL(back.location ?? '', publicUrl).searchParams.get('code') ?? '';
}

describe('guessing a password', () => {
  const attempt = async (browser: Browser, email: string, secret: string) => {
    const { location = '' } = await browser.get(begin().path);
    return browser.post(location, { email, password: secret });
  };

  it('is stopped after five, with a kind word; the right password waits as well, and works later', async () => {
    const browser = new Browser(service.url, '198.51.100.1');
    for (let at = 0; at < 5; at += 1)
      expect((await attempt(browser, person.email, `guess ${at}`)).text).toContain(refused);
    const stopped = await attempt(browser, person.email.toUpperCase(), password);
    expect([stopped.status, stopped.text]).toEqual([429, expect.stringContaining('try again in 1 minute')]);
    expect(stopped.text).toContain('/identity/reset');
    service.clock.advance(60_000);
    expect((await attempt(browser, person.email, password)).status).toBe(303);
  });

  it('gains nothing by many at once', async () => {
    const browser = new Browser(service.url, '198.51.100.2');
    const { location = '' } = await browser.get(begin().path);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        browser.post(location, { email: 'many@demo.test', password: `guess ${at}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  it('of many accounts from one address is stopped too, and other addresses go on', async () => {
    await service.dataSource.query(`update attempt set count = 49 where kind = 'sign-in-address'`);
    const browser = new Browser(service.url, '198.51.100.2');
    expect((await attempt(browser, 'one@demo.test', 'x')).status).toBe(422);
    expect((await attempt(browser, 'two@demo.test', 'x')).status).toBe(429);
    expect((await attempt(new Browser(service.url, '198.51.100.3'), 'two@demo.test', 'x')).status).toBe(422);
  });

  it('is not helped by an invented address: only the hop in front is believed', async () => {
    const browser = new Browser(service.url, '203.0.113.1, 198.51.100.2');
    expect((await attempt(browser, 'three@demo.test', 'x')).status).toBe(429);
  });
});

describe('a session', () => {
  it('is never one that was there before: a planted cookie is not taken over', async () => {
    const [attacker, victim] = [new Browser(service.url), new Browser(service.url)];
    await attacker.get(begin().path);
    for (const [key, cookie] of attacker.cookies) victim.cookies.set(key, cookie);
    const before = new Map(victim.cookies);
    await codeOf(victim);
    const session = (browser: Map<string, { value: string }>) =>
      [...browser].filter(([name]) => name.startsWith('qi_identity ')).map(([, { value }]) => value);
    expect(session(victim.cookies)).not.toEqual(session(before));
    expect((await attacker.get('/identity/account')).location).toMatch(/^\/auth\/login/);
  });

  it('cannot be forged: a changed cookie is worth nothing', async () => {
    const browser = new Browser(service.url);
    await codeOf(browser);
    const [name = ''] = [...browser.cookies.keys()].filter((key) => key.startsWith('qi_identity '));
    browser.cookies.set(name, { value: 'x'.repeat(43), path: '/identity' });
    expect((await browser.get('/identity/account')).location).toMatch(/^\/auth\/login/);
  });

  it('is no use to who reads the database: ids are kept as hashes', async () => {
    const browser = new Browser(service.url);
    await codeOf(browser);
    const stored = JSON.stringify(await service.dataSource.query('select * from oidc_item'));
    for (const [name, { value }] of browser.cookies) if (!name.includes('.sig')) expect(stored).not.toContain(value);
  });

  it('keeps its cookies from scripts, from other sites and from plain HTTP', async () => {
    const asked = await fetch(service.url + begin().path, { redirect: 'manual' });
    const cookies = asked.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/;\s*httponly/i);
      expect(cookie).toMatch(/;\s*samesite=lax/i);
      expect(cookie).toMatch(/;\s*secure/i);
    }
  });
});

describe('a code', () => {
  it('is redeemed once; a second time takes the first token away', async () => {
    const begun = begin();
    const code = await codeOf(new Browser(service.url), begun);
    const first = await redeem(service.url, code, begun.verifier);
    const second = await redeem(service.url, code, begun.verifier);
    expect([first.status, second.status, second.body.error]).toEqual([200, 400, 'invalid_grant']);
    const userinfo = await fetch(`${service.url}/identity/oidc/userinfo`, {
      headers: { authorization: `Bearer ${first.body.access_token}` },
    });
    expect(userinfo.status).toBe(401);
  });

  it('of two who redeem it at the same moment at most one is served', async () => {
    const begun = begin();
    const code = await codeOf(new Browser(service.url), begun);
    const answers = await Promise.all(Array.from({ length: 6 }, () => redeem(service.url, code, begun.verifier)));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  });

  it('needs the verifier and the secret that belong to it', async () => {
    const begun = begin();
    const code = await codeOf(new Browser(service.url), begun);
    expect((await redeem(service.url, code, begin().verifier)).body.error).toBe('invalid_grant');
    const other = begin();
    const fresh = await codeOf(new Browser(service.url), other);
    expect((await redeem(service.url, fresh, other.verifier, 'x'.repeat(40))).body.error).toBe('invalid_client');
  });

  it.each([
    ['no challenge', { code_challenge: '', code_challenge_method: '' }],
    ['a plain challenge', { code_challenge_method: 'plain' }],
    ['no method', { code_challenge_method: '' }],
    ['the implicit flow', { response_type: 'id_token' }],
    ['tokens in the address', { response_type: 'code token' }],
  ])('is not given for %s', async (_, changed) => {
    const browser = new Browser(service.url);
    const answer = await browser.get(begin(changed).path);
    expect(answer.location ?? '').toMatch(/^$|error=/);
    expect(answer.location ?? '').not.toContain('/sign-in/');
  });
});

describe('addresses', () => {
  it.each([
    'https://evil.example/auth/callback',
    `${publicUrl}.evil.example/auth/callback`,
    `${publicUrl}/auth/callback/../x`,
  ])('nobody is sent to %s', async (uri) => {
    const answer = await new Browser(service.url).get(begin({ redirect_uri: uri }).path);
    expect([answer.status, answer.location]).toEqual([400, undefined]);
  });

  it.each(['https://evil.example', '//evil.example', '/identity/../../evil', '/identity//evil.example/..', '/\\evil'])(
    'a change of language does not lead to %s',
    async (back) => {
      const answer = await new Browser(service.url).get(`/identity/language/en?back=${encodeURIComponent(back)}`);
      expect([answer.status, answer.location]).toEqual([303, '/']);
    },
  );
});

describe('forms', () => {
  it.each(['https://evil.example', 'null'])('are not taken from %s', async (origin) => {
    const browser = new Browser(service.url);
    const { location = '' } = await browser.get(begin().path);
    const form = { email: person.email, password };
    expect((await browser.post(location, form, { 'sec-fetch-site': 'cross-site', origin })).status).toBe(403);
    const sent = await fetch(service.url + location, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams(form),
    });
    expect(sent.status).toBe(403);
  });

  it('show markup as text', async () => {
    const browser = new Browser(service.url);
    const { location = '' } = await browser.get(begin({ login_hint: '"><img src=x onerror=alert(1)>' }).path);
    const page = await browser.get(location);
    expect(page.text).toContain('value="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"');
    const again = await browser.post(location, { email: `'"><script>alert(1)</script>`, password: 'x' });
    expect(again.text).not.toContain('<script>alert');
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'; style-src 'self'/,
    );
    expect(page.text).not.toMatch(/<script(?! src)|<style|style=|onclick/);
  });

  it.each([
    ['an oversize form', 'application/x-www-form-urlencoded', `email=${'x'.repeat(30_000)}`],
    ['too many fields', 'application/x-www-form-urlencoded', 'a=1&'.repeat(100)],
    ['a broken escape', 'application/x-www-form-urlencoded', 'email=%E0%A4%A&password=%'],
    ['repeated fields', 'application/x-www-form-urlencoded', 'email=a&email=b&password=c&password=d'],
    ['nested fields', 'application/x-www-form-urlencoded', 'email[__proto__][x]=1&password[]=1'],
    ['a NUL', 'application/x-www-form-urlencoded', 'email=a%00b&password=%00'],
    ['half a character', 'application/x-www-form-urlencoded', 'email=%ED%A0%80&password=x'],
    ['JSON', 'application/json', '{"email":{"a":1},"password":[1]}'],
    ['broken JSON', 'application/json', '{'],
    ['multipart', 'multipart/form-data; boundary=x', '--x--'],
    ['nothing', 'text/plain', ''],
  ])('%s is the caller’s fault, at every form', async (_, type, body) => {
    const browser = new Browser(service.url, '198.51.100.77');
    const { location = '' } = await browser.get(begin().path);
    const cookie = [...browser.cookies].map(([key, { value }]) => `${key.split(' ')[0]}=${value}`).join('; ');
    const forms = [location, `${location}/code`, `${location}/consent`, '/identity/register', '/identity/register/x'];
    for (const path of [
      ...forms,
      '/identity/reset',
      '/identity/reset/x',
      '/identity/account/password',
      '/identity/oidc/token',
    ]) {
      const { status } = await fetch(service.url + path, {
        ...{ method: 'POST', redirect: 'manual', body, headers: { 'content-type': type, cookie } },
      });
      expect([path, status >= 500]).toEqual([path, false]);
    }
  });

  it.each([
    '/identity/oidc/auth?state=%00',
    `${begin().path}&state=%00`,
    '/identity/reset/%00',
    '/identity/account/sessions/%00/end',
  ])('NUL in the address is refused: %s', async (path) =>
    expect((await new Browser(service.url).get(path)).status).toBe(400),
  );

  it('an interaction that is unknown or of another browser is told as such', async () => {
    const { location = '' } = await new Browser(service.url).get(begin().path);
    for (const path of [location, '/identity/sign-in/x', '/identity/sign-in/%00', '/identity/sign-in/..%2f..%2fetc']) {
      const answer = await new Browser(service.url).get(path);
      expect([path, answer.status]).toEqual([path, expect.any(Number)]);
      expect(answer.status).toBeLessThan(500);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });
});

it('bytes that are no request are refused and the service goes on', async () => {
  const { hostname, port } = new URL(service.url);
  const said = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        'POST /identity/register HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x',
      );
    });
    let text = '';
    socket.on('data', (part) => (text += part.toString()));
    socket.on('close', () => resolve(text));
  });
  expect(said).toMatch(/^HTTP\/1.1 400/);
  expect((await service.http.get('/health/ready')).status).toBe(200);
});
