import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { httpMetrics } from '../health/http-metrics';
import { jsonBody, knownMediaType } from '../http/body-parser';
import { requestContext } from '../http/request-context';

/** What every request passes before it reaches Nest. `edge` mounts what reads its bodies by itself. */
export function prepareHttp(app: NestExpressApplication, edge?: (app: NestExpressApplication) => void): void {
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(requestContext, securityHeaders, httpMetrics());
  edge?.(app);
  app.use(knownMediaType, jsonBody());
}

/** An API answers no page: nothing may be loaded, framed or guessed, and nothing stays in a shared cache. */
function securityHeaders(request: Request, response: Response, next: NextFunction): void {
  const policy = request.path.startsWith('/docs')
    ? "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"
    : "default-src 'none'; frame-ancestors 'none'";
  response.set({
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  next();
}
