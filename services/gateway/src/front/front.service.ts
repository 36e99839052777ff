import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { newId } from '@qi/kernel';
import { HttpProblem, problemAnswer, SERVICE_CONFIG, setActor } from '@qi/platform';
import type { Config } from '../config';
import { BackChannel, BACK_CHANNEL_PATH } from '../login/back-channel.service';
import { Portal } from '../portal/portal.service';
import { forIdentity, forServices } from '../proxy/headers';
import { Proxy } from '../proxy/proxy.service';
import { cookieOf, SESSION_COOKIE, withoutOwnCookies } from '../session/cookie';
import { setSession } from '../session/current-session';
import { actorOf, type Session } from '../session/session';
import { Sessions } from '../session/session.service';
import { TokenMint } from '../signing-key/token-mint';
import { assertMethod, assertOwnPage } from './csrf';
import { placeOf, type Place } from './place';

/** One request and its answer. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  readonly path: string;
  readonly requestId: string;
}

/**
 * Stands before the gateway's own API: looks at the path, the cookie and the CSRF header, and pipes most requests on
 * without a framework between.
 */
@Injectable()
export class Front {
  private readonly logger = new Logger('Front');
  private readonly known: ReadonlySet<string>;

  constructor(
    private readonly sessions: Sessions,
    private readonly mint: TokenMint,
    private readonly proxy: Proxy,
    private readonly portal: Portal,
    private readonly backChannel: BackChannel,
    @Inject(SERVICE_CONFIG) private readonly config: Config,
  ) {
    const names = Object.keys(config.services);
    this.known = new Set(config.oidcIssuer ? names.filter((name) => name !== 'identity') : names);
  }

  listener(next: RequestListener): RequestListener {
    return (request, response) => {
      const { method = '', url = '' } = request;
      const path = url.split('?', 1)[0] ?? '';
      const exchange = { request, response, method, path, requestId: newId() };
      this.answer(exchange, next).catch((error: unknown) => this.refuse(exchange, error));
    };
  }

  private async answer(exchange: Exchange, next: RequestListener): Promise<void> {
    assertMethod(exchange.method);
    const place = placeOf(exchange.path, this.known);
    if (place.kind === 'service') return this.toService(exchange, place.service);
    if (place.kind === 'own') return this.toOwn(exchange, next);
    if (place.kind === 'identity') return this.toIdentity(exchange);
    if (place.kind === 'portal') return this.portal.serve(exchange.request, exchange.response, exchange.path);
    throw refusals[place.kind];
  }

  private async toService(exchange: Exchange, service: string): Promise<void> {
    const { request, response, requestId } = exchange;
    const session = await this.sessionOf(exchange);
    const token = session && (await this.mint.tokenFor(actorOf(session), service));
    const own = { authorization: token && `Bearer ${token}`, 'x-request-id': requestId };
    const headers = forServices(request.headers, own);
    await this.proxy.forward(request, response, { service, headers, cookies: false });
  }

  private async toOwn(exchange: Exchange, next: RequestListener): Promise<void> {
    const { request, response, path, method } = exchange;
    if (path === BACK_CHANNEL_PATH && method === 'POST') return this.backChannel.answer(request, response);
    // What developers and operators call by hand is guarded by a token as at every service.
    if (/^\/(development|docs|metrics|health)/.test(path)) return void next(request, response);
    delete request.headers.authorization;
    const session = await this.sessionOf(exchange);
    setSession(request, session);
    if (session) setActor(request, actorOf(session));
    next(request, response);
  }

  private async toIdentity({ request, response, requestId }: Exchange): Promise<void> {
    const open = new URL(this.config.publicUrl);
    const headers = forIdentity(request.headers, {
      cookie: withoutOwnCookies(request.headers.cookie),
      'x-request-id': requestId,
      'x-forwarded-host': open.host,
      'x-forwarded-proto': open.protocol.slice(0, -1),
      'x-forwarded-for': request.socket.remoteAddress,
    });
    await this.proxy.forward(request, response, { service: 'identity', headers, cookies: true });
  }

  private async sessionOf({ request, method }: Exchange): Promise<Session | undefined> {
    const session = await this.sessions.find(cookieOf(request.headers.cookie, SESSION_COOKIE));
    assertOwnPage(method, request.headers, session);
    return session;
  }

  private refuse({ request, response, requestId }: Exchange, error: unknown): void {
    const { status, headers, body } = problemAnswer(error, request.headers['accept-language'], requestId);
    if (status >= 500) this.logger.error(error);
    if (response.headersSent) return void response.destroy();
    response.writeHead(status, { ...headers, 'x-request-id': requestId, 'cache-control': 'no-store' }).end(body);
  }
}

const refusals: Readonly<Record<Extract<Place['kind'], 'nowhere' | 'malformed'>, HttpProblem>> = {
  nowhere: new HttpProblem('http/not-found', 404, { zh: '没有这个地址', en: 'there is no such address' }),
  malformed: new HttpProblem('http/malformed-path', 400, {
    zh: '地址无法理解',
    en: 'the address cannot be understood',
  }),
};
