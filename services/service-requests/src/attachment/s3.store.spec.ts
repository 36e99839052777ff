import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { TestClock } from '@qi/kernel';
import { S3Store } from './s3.store';

const SIGNED =
  /^AWS4-HMAC-SHA256 Credential=id\/20261123\/cn-east-1\/s3\/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=[0-9a-f]{64}$/;

describe('S3Store', () => {
  let server: Server;
  let store: S3Store;
  let refuse: number | undefined;
  const objects = new Map<string, Buffer>();
  const seen: string[] = [];
  const bytes = Buffer.from('content');
  const name = createHash('sha256').update(bytes).digest('hex');
  const path = `/bucket/attachments/${name.slice(0, 2)}/${name}`;

  const answerTo = async (request: IncomingMessage): Promise<{ status: number; body?: Buffer }> => {
    const { method = '', url = '' } = request;
    seen.push(`${method} ${url}`);
    // Signed at the hour of the clock, the digest of the body with it (AWS Signature Version 4).
    if (!SIGNED.test(request.headers.authorization ?? '')) return { status: 401 };
    if (refuse !== undefined) return { status: refuse };
    if (method === 'PUT') {
      const body = await buffer(request);
      const digest = createHash('sha256').update(body).digest('hex');
      if (digest !== request.headers['x-amz-content-sha256']) return { status: 400 };
      objects.set(url, body);
      return { status: 200 };
    }
    const body = objects.get(url);
    return body ? { status: 200, body } : { status: 404 };
  };

  beforeEach(async () => {
    objects.clear();
    seen.length = 0;
    refuse = undefined;
    server = createServer((request, response) => {
      void answerTo(request).then(({ status, body }) => {
        response.writeHead(status, { 'content-length': body?.length ?? 0 });
        response.end(request.method === 'HEAD' ? undefined : body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const credentials = { accessKeyId: 'id', secretAccessKey: 'secret', region: 'cn-east-1' };
    store = new S3Store(
      { endpoint, bucket: 'bucket', ...credentials },
      new TestClock(new Date('2026-11-23T00:00:00Z')),
    );
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('puts bytes once under their digest and gives them back', async () => {
    await store.put(name, bytes);
    await store.put(name, bytes);
    expect(seen).toEqual([`HEAD ${path}`, `PUT ${path}`, `HEAD ${path}`]);
    expect(await text(await store.open(name))).toBe('content');
  });

  it('does not take a refusal for success', async () => {
    refuse = 403;
    await expect(store.put(name, bytes)).rejects.toThrow('answered HEAD with 403');
    await expect(store.open(name)).rejects.toThrow('answered GET with 403');
  });

  it('throws for an object that is not there', async () => {
    await expect(store.open(name)).rejects.toThrow('answered GET with 404');
  });
});
