import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { gatewayStage, type Stage } from './stage';

describe('static portal', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await gatewayStage();
  });
  afterAll(() => stage.close());

  /** Without the client undoing the encoding. */
  const plain = (path: string, headers: Record<string, string>) =>
    new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
      request(stage.url + path, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(chunks) }),
        );
      })
        .on('error', reject)
        .end();
    });

  it.each(['/', '/firm/requests/QI-1', '/catalogue/%E5%8D%A1%E5%B0%BA'])('%s is a view of the portal', async (path) => {
    const answer = await stage.browser().get(path, { accept: 'text/html' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('lets nothing run that stands in the page, and gives a nonce to styles, a new one each time', async () => {
    const pages = await Promise.all([1, 2].map(() => stage.browser().get('/', { accept: 'text/html' })));
    const nonces = await Promise.all(
      pages.map(async (page) => {
        const policy = page.headers.get('content-security-policy') ?? '';
        expect(policy).toContain("default-src 'none'; script-src 'self';");
        expect(policy).not.toMatch(/unsafe|\*/);
        const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
        expect(await page.text()).toContain(`nonce="${nonce}"`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
    expect(Object.fromEntries(pages[0]?.headers ?? [])).toMatchObject({
      ...{ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' },
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  it('sends what never changes once, and as small as the browser can read', async () => {
    const path = '/assets/app-1a2b.js';
    const answer = await stage.browser().get(path);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const text = await answer.text();
    const [br, gzip, none] = await Promise.all(
      ['br, gzip', 'gzip', ''].map((accepted) => plain(path, { 'accept-encoding': accepted })),
    );
    expect([br?.encoding, gzip?.encoding, none?.encoding]).toEqual(['br', 'gzip', undefined]);
    expect(brotliDecompressSync(br?.body ?? '').toString()).toBe(text);
    expect(gunzipSync(gzip?.body ?? '').toString()).toBe(text);
    const etag = answer.headers.get('etag') ?? '';
    expect((await stage.browser().get(path, { 'if-none-match': etag })).status).toBe(304);
  });

  it('a file that is not there is not a view', async () => {
    for (const path of ['/assets/gone.js', '/favicon.ico', '/.env', '/package.json'])
      expect((await stage.browser().get(path, { accept: '*/*' })).status).toBe(404);
    expect((await stage.browser().post('/firm')).status).toBe(404);
  });
});
