import type { RequestListener } from 'node:http';
import { Injectable, Logger } from '@nestjs/common';
import { newId } from '@qi/kernel';
import { HttpProblem, problemAnswer, setActor } from '@qi/platform';
import { BackChannel, BACK_CHANNEL_PATH } from '../login/back-channel.service';
import { Portal } from '../portal/portal.service';
import { cookieOf, SESSION_COOKIE } from '../session/cookie';
import { actorOf, type Session } from '../session/session';
import { setSession } from '../session/session.decorator';
import { Sessions } from '../session/session.service';
import { assertMethod, assertOwnPage } from './csrf.guard';
import { Onward, type Exchange } from './onward.service';
import { placeOf, type Place } from './place';

/**
 * Stands before the gateway's own API: looks at the path, the cookie and the CSRF header, and pipes most requests on
 * without a framework between.
 */
@Injectable()
export class Front {
  private readonly logger = new Logger('Front');

  constructor(
    private readonly sessions: Sessions,
    private readonly onward: Onward,
    private readonly portal: Portal,
    private readonly backChannel: BackChannel,
  ) {}

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
    const place = placeOf(exchange.path, this.onward.known);
    if (place.kind === 'service') return this.onward.toService(exchange, place.service, await this.sessionOf(exchange));
    if (place.kind === 'own') return this.toOwn(exchange, next);
    if (place.kind === 'identity') return this.onward.toIdentity(exchange);
    if (place.kind === 'portal') return this.portal.serve(exchange.request, exchange.response, exchange.path);
    throw refusals[place.kind];
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
