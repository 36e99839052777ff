import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { HttpProblem, SERVICE_CONFIG } from '@qi/platform';
import { portalFolder, type Config } from '../config';
import { encodingOf } from './encoding';
import { pageHeaders } from './page-headers';
import { buildTime, readPortal, type StaticFile } from './portal.files';

const NONCE = '__CSP_NONCE__';
const LOOK_AGAIN_MS = 2_000;

/** The built portal: its files with lasting cache headers, and its page for every address that is a view of it. */
@Injectable()
export class Portal {
  private readonly folder: string;
  private readonly https: boolean;
  private files: Promise<ReadonlyMap<string, StaticFile>> | undefined;
  private built = -1;
  private lookedAt = -Infinity;

  constructor(@Inject(SERVICE_CONFIG) config: Config) {
    this.folder = portalFolder(config);
    this.https = config.publicUrl.startsWith('https:');
  }

  async serve(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const { method, headers } = request;
    if (method !== 'GET' && method !== 'HEAD') throw notFound;
    const files = await this.current();
    const file = path === '/index.html' ? undefined : files.get(path);
    if (file) return this.send(request, response, file);
    const page = files.get('/index.html');
    const wantsPage = /text\/html|\*\/\*/.test(headers.accept ?? '') && !/\.\w{2,5}$/.test(path);
    if (!page || !(wantsPage || path === '/')) throw notFound;
    this.sendPage(response, page, method === 'HEAD');
  }

  /** Fresh each time: the nonce in it must be. */
  private sendPage(response: ServerResponse, page: StaticFile, headOnly: boolean): void {
    const text = page.plain.toString('utf8');
    const nonce = text.includes(NONCE) ? randomBytes(16).toString('base64') : undefined;
    const body = Buffer.from(nonce ? text.replaceAll(NONCE, nonce) : text);
    const headers = { 'content-type': page.type, 'content-length': body.length, 'cache-control': 'no-store' };
    response.writeHead(200, { ...pageHeaders(nonce, this.https), ...headers }).end(headOnly ? undefined : body);
  }

  private async send(request: IncomingMessage, response: ServerResponse, file: StaticFile): Promise<void> {
    const headers: Record<string, string | number> = {
      ...pageHeaders(undefined, this.https),
      ...{ 'content-type': file.type, etag: file.etag, vary: 'accept-encoding' },
      'cache-control': file.lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    if (request.headers['if-none-match'] === file.etag) return void response.writeHead(304, headers).end();
    const encoding = encodingOf(request.headers['accept-encoding']);
    const body = await file.as(encoding);
    if (body !== file.plain) headers['content-encoding'] = encoding;
    headers['content-length'] = body.length;
    response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
  }

  private async current(): Promise<ReadonlyMap<string, StaticFile>> {
    if (this.files && performance.now() - this.lookedAt < LOOK_AGAIN_MS) return this.files;
    this.lookedAt = performance.now();
    const built = await buildTime(this.folder);
    if (!this.files || built !== this.built) this.files = readPortal(this.folder);
    this.built = built;
    return this.files;
  }
}

const notFound = new HttpProblem('http/not-found', 404, { zh: '没有这个地址', en: 'there is no such address' });
