import type { IncomingMessage } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SERVICE_CONFIG } from '@qi/platform';
import { urlencoded, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import type { Config } from '../config';
import { OidcService } from '../oidc/oidc.service';
import { keepLanguage } from './page.language';
import { pagePolicy } from './policy';

const FORM_LIMIT_BYTES = 20 * 1024;
/** The gateway is the one hop in front, and writes the caller's address itself. */
const HOPS = 1;

/** Mounts what speaks to browsers under `/identity`: the provider's paths, and forms for the pages. */
export function mountPages(app: NestExpressApplication): void {
  app.set('trust proxy', HOPS);
  app.use('/identity', pageHeaders, (request: Request, response: Response, next: NextFunction) => {
    const config = app.get<Config>(SERVICE_CONFIG, { strict: false });
    asPublic(request, config.publicUrl);
    // A database holds no NUL, and no address of ours has one.
    if (request.url.includes('%00')) response.status(400).type('text').send('400');
    else if (!isSameOrigin(request, config.publicUrl)) response.status(403).type('text').send('403');
    else if (!/^\/(oidc|\.well-known)\//.test(request.path)) next();
    else {
      keepLanguage(request, response);
      app.get(OidcService, { strict: false }).answer(request, response).catch(next);
    }
  });
  app.use('/identity', urlencoded({ extended: false, limit: FORM_LIMIT_BYTES, parameterLimit: 20 }) as RequestHandler);
}

/** Whatever host a caller names: the provider speaks of itself by the public address only. */
function asPublic(request: IncomingMessage, publicUrl: string): void {
  const { host, protocol } = new URL(publicUrl);
  request.headers['host'] = host;
  request.headers['x-forwarded-host'] = host;
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
}

/**
 * A form is taken from our own pages only. Browsers say where one comes from; servers that call the token endpoint have
 * no such header.
 */
function isSameOrigin(request: Request, publicUrl: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = request.get('origin');
  return origin === undefined || origin === publicUrl;
}

function pageHeaders(_request: Request, response: Response, next: NextFunction): void {
  // With «no-referrer» a browser hides where a form comes from, also from ourselves.
  response.set({ 'content-security-policy': pagePolicy(), 'referrer-policy': 'same-origin' });
  next();
}
