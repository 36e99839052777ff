import { connect as tcp } from 'node:net';
import { decodeJwt, generateKeyPair, SignJWT } from 'jose';
import { gatewayStage, type Stage } from './stage';

describe('bad input at the edge', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await gatewayStage();
  });
  afterAll(() => stage.close());
  const typeOf = async (answer: Response) => ((await answer.json()) as { type: string }).type;
  const last = () => stage.echo.received.at(-1);

  /** Sends bytes as they are; gives all that comes back until the gateway closes, or has answered twice. */
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = tcp(Number(new URL(stage.url).port), '127.0.0.1', () => socket.write(text));
      let got = '';
      socket.setTimeout(3_000, () => socket.destroy());
      socket.on('data', (data) => (got += data.toString('latin1')));
      socket.on('close', () => resolve(got));
      socket.on('error', reject);
    });
  const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/auth/login'])(
    'open redirect: %s leads home',
    async (asked) => {
      stage.provider.signsIn = { sub: 'ann' };
      expect(await stage.browser().signIn(asked)).toBe('/');
    },
  );

  it('session fixation: a sign-in never takes over the cookie that the browser had', async () => {
    const planted = 'A'.repeat(43);
    const browser = stage.browser();
    browser.cookies.set('__Host-qi', planted);
    await browser.signIn();
    expect(browser.cookies.get('__Host-qi')).not.toBe(planted);
    const thief = stage.browser();
    thief.cookies.set('__Host-qi', planted);
    expect(await thief.readSession()).toMatchObject({ signedIn: false });
  });

  it('session fixation: signing in again ends the session that the browser had', async () => {
    const browser = await stage.signedIn('bo');
    const before = browser.cookies.get('__Host-qi') ?? '';
    await browser.signIn();
    const thief = stage.browser();
    thief.cookies.set('__Host-qi', before);
    expect(await thief.readSession()).toMatchObject({ signedIn: false });
  });

  it('a replayed code opens nothing, in the same browser or in another', async () => {
    const browser = stage.browser();
    const begun = await browser.get('/auth/login');
    const there = await browser.get(begun.headers.get('location') ?? '');
    const callback = there.headers.get('location') ?? '';
    const attempt = browser.cookies.get('__Host-qi-login') ?? '';
    expect((await browser.get(callback)).headers.getSetCookie().join()).toMatch('__Host-qi=');
    for (const name of ['__Host-qi-login', '__Host-qi-other']) {
      const thief = stage.browser();
      thief.cookies.set(name, attempt);
      const answer = await thief.get(callback);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?sign-in=failed']);
      expect(thief.cookies.has('__Host-qi')).toBe(false);
    }
  });

  it.each([
    ['of another sign-in', { nonce: 'x' }],
    ['for another client', { aud: 'someone-else' }],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['that has expired', { exp: 1 }],
  ])('an id token %s signs nobody in', async (_, lie) => {
    stage.provider.lie = (claims) => ({ ...claims, ...lie });
    const browser = stage.browser();
    expect(await browser.signIn()).toBe('/?sign-in=failed');
    expect(browser.cookies.has('__Host-qi')).toBe(false);
    stage.provider.lie = (claims) => claims;
  });

  it('a callback with another state, or with none, signs nobody in', async () => {
    for (const change of [
      (url: string) => url.replace(/state=[^&]+/, 'state=x'),
      (url: string) => url.split('&')[0] ?? '',
    ]) {
      const browser = stage.browser();
      const begun = await browser.get('/auth/login');
      const there = await browser.get(begun.headers.get('location') ?? '');
      const answer = await browser.get(change(there.headers.get('location') ?? ''));
      expect(answer.headers.get('location')).toBe('/?sign-in=failed');
    }
  });

  it('role escalation by header: nothing that the caller says of itself gets through', async () => {
    const browser = await stage.signedIn('eve');
    const forged = await new SignJWT({ roles: ['operator'] })
      .setProtectedHeader({ alg: 'ES256' })
      .setSubject('eve')
      .sign((await generateKeyPair('ES256')).privateKey);
    const said = {
      ...{ authorization: `Bearer ${forged}`, 'x-roles': 'operator', 'x-forwarded-user': 'root', 'x-qi-actor': 'root' },
      ...{ 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1', 'x-original-url': '/development/clock' },
      ...{ 'x-http-method-override': 'DELETE', 'x-request-id': 'chosen' },
    };
    await browser.get('/api/standards/v1/x', said);
    const { authorization = '', ...headers } = last()?.headers ?? {};
    expect(decodeJwt(authorization.slice(7))).toMatchObject({ sub: 'eve', roles: ['applicant'] });
    expect(Object.keys(headers).filter((name) => /^x-|forwarded|cookie/.test(name))).toEqual(['x-request-id']);
    expect(headers['x-request-id']).not.toBe('chosen');
    await stage.browser().get('/api/standards/v1/x', said);
    expect(last()?.headers.authorization).toBeUndefined();
  });

  it('a token is no key to the gateway’s own interface', async () => {
    const forged = await stage.service.http.get('/api/gateway/v1/dead-letters', {
      headers: { authorization: 'Bearer a.b.c' },
    });
    expect(forged.status).toBe(401);
  });

  it('a service’s cookies and inside headers stay inside', async () => {
    const answer = await stage.browser().get('/api/standards/v1/x');
    expect([answer.headers.get('set-cookie'), answer.headers.get('x-qi-concerns')]).toEqual([null, null]);
  });

  it('an oversize cookie is refused, and the next request is answered', async () => {
    const answer = await raw(`GET /session HTTP/1.1\r\nhost: x\r\ncookie: __Host-qi=${'a'.repeat(40_000)}\r\n\r\n`);
    expect(statusOf(answer)).toBe(431);
    expect((await stage.browser().get('/session')).status).toBe(200);
  });

  it.each(['__Host-qi=a; __Host-qi=b', '__Host-qi=%00', '__Host-qi=', `__Host-qi=${'a'.repeat(500)}`, '=;=;;'])(
    'the cookie header %s is nobody’s',
    async (cookie) => {
      const answer = await stage.browser().get('/session', { cookie });
      expect([answer.status, await answer.json()]).toMatchObject([200, { signedIn: false }]);
    },
  );

  it.each([
    ...[
      '/api/standards/v1/../../institutions/v1/x',
      '/api/standards/v1/%2e%2e/%2e%2e/health',
      '/api/standards/v1/..%2fx',
    ],
    ...['/api/standards/../../etc/passwd', '/../../package.json', '/assets/..%2f..%2fpackage.json', '//evil.example/x'],
    ...['/api/standards/v1/..;/x', '/api/standards/v1/%5c..%5cx', '/api\\standards\\v1', '/%00', '/%c0%ae%c0%ae/x'],
  ])('path traversal: %s gets nowhere', async (path) => {
    const before = stage.echo.received.length;
    const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(statusOf(answer)).toBe(400);
    expect(stage.echo.received.length).toBe(before);
  });

  it('what a service has beside its API cannot be reached from outside', async () => {
    const before = stage.echo.received.length;
    for (const path of ['/api/standards/health/ready', '/api/standards', '/api/unknown/v1/x'])
      expect((await stage.browser().get(path)).status).toBe(404);
    expect(stage.echo.received.length).toBe(before);
  });

  const smuggled = 'GET /api/standards/v1/smuggled HTTP/1.1\r\nhost: x\r\n\r\n';
  it.each([
    ['two lengths', `content-length: 5\r\ncontent-length: 6\r\n\r\nhello${smuggled}`],
    ['a length and chunks', `content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`],
    ['an odd coding', `transfer-encoding: xchunked\r\n\r\n0\r\n\r\n${smuggled}`],
    ['a coding behind a tab', `transfer-encoding:\tchunked\r\ncontent-length: 3\r\n\r\n0\r\n\r\n${smuggled}`],
    ['a space before the colon', `content-length : 5\r\n\r\nhello${smuggled}`],
    ['a folded header', `x-a: b\r\n transfer-encoding: chunked\r\ncontent-length: 3\r\n\r\n0\r\n\r\n${smuggled}`],
    ['a bad chunk size', `transfer-encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n${smuggled}`],
    ['a bare line feed', `x-a: b\ncontent-length: 0\n\n${smuggled}`],
    ['a null in a header', `x-a: b\0c\r\ncontent-length: 0\r\n\r\n${smuggled}`],
  ])('request smuggling: %s', async (_, rest) => {
    const answer = await raw(`POST /api/standards/v1/x HTTP/1.1\r\nhost: x\r\n${rest}`);
    expect(statusOf(answer)).toBe(400);
    expect(stage.echo.received.some(({ url }) => url.includes('smuggled'))).toBe(false);
  });

  it('CSRF: nothing but a GET goes without the session’s own secret', async () => {
    const [ann, bo] = [await stage.signedIn('ann'), await stage.signedIn('bo')];
    const before = stage.echo.received.length;
    const own = ann.csrf ?? '';
    for (const path of [
      '/api/standards/v1/x',
      '/session/act-for',
      '/auth/logout',
      '/api/gateway/v1/dead-letters/1/drop',
    ])
      for (const token of ['', 'x', own.slice(1), bo.csrf ?? '']) {
        const answer = await ann.post(path, {}, { 'x-csrf-token': token });
        expect([answer.status, await typeOf(answer)]).toEqual([403, 'urn:qi:problem:session/csrf']);
      }
    const foreign = await ann.post('/api/standards/v1/x', {}, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    expect(stage.echo.received.length).toBe(before);
    expect((await ann.post('/api/standards/v1/x', {})).status).toBe(200);
  });

  it('a body beyond the limit is refused, declared or not', async () => {
    const small = await gatewayStage({ bodyLimitMb: 1 });
    const browser = await small.signedIn('ann');
    const large = 'x'.repeat(1024 * 1024 + 1);
    const declared = await browser.post('/api/standards/v1/x', large);
    expect([declared.status, await typeOf(declared)]).toEqual([413, 'urn:qi:problem:http/payload-too-large']);
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(large));
        controller.close();
      },
    });
    const headers = { cookie: browser.cookieHeader(), 'x-csrf-token': browser.csrf ?? '' };
    const options = { method: 'POST', body: stream, duplex: 'half', headers } as RequestInit;
    expect((await fetch(`${small.url}/api/standards/v1/x`, options)).status).toBe(413);
    await small.close();
  });

  it.each(['TRACE', 'OPTIONS', 'PROPFIND'])('%s is not supported', async (method) => {
    const answer = await raw(`${method} /api/standards/v1/x HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(statusOf(answer)).toBe(405);
  });

  it('a service that is away is said to be so, in the reader’s language', async () => {
    const answer = await stage.browser().get('/api/institutions/v1/x', { 'accept-language': 'en' });
    const { type, detail } = (await answer.json()) as { type: string; detail: string };
    expect([answer.status, type]).toEqual([503, 'urn:qi:problem:gateway/unreachable']);
    expect(detail).toMatch('cannot be reached');
  });
});
