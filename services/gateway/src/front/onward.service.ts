import type { IncomingMessage, ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { SERVICE_CONFIG } from '@qi/platform';
import type { Config } from '../config';
import { forIdentity, forServices } from '../proxy/proxy.headers';
import { Proxy } from '../proxy/proxy.service';
import { withoutOwnCookies } from '../session/cookie';
import { actorOf, type Session } from '../session/session';
import { TokenMint } from '../signing-key/token-mint.service';

/** One request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  readonly path: string;
  readonly requestId: string;
}

/** Carries requests on to the services behind the gateway. */
@Injectable()
export class Onward {
  /** Names of the services that can be reached. */
  readonly known: ReadonlySet<string>;
  private readonly open: URL;

  constructor(
    private readonly mint: TokenMint,
    private readonly proxy: Proxy,
    @Inject(SERVICE_CONFIG) config: Config,
  ) {
    this.open = new URL(config.publicUrl);
    const names = Object.keys(config.services);
    this.known = new Set(config.oidcIssuer ? names.filter((name) => name !== 'identity') : names);
  }

  /** With a token that names the actor to that service, when there is one. */
  async toService(exchange: Exchange, service: string, session: Session | undefined): Promise<void> {
    const { request, response, requestId } = exchange;
    const token = session && (await this.mint.tokenFor(actorOf(session), service));
    const own = { authorization: token && `Bearer ${token}`, 'x-request-id': requestId };
    await this.proxy.forward(request, response, {
      service,
      headers: forServices(request.headers, own),
      cookies: false,
    });
  }

  /** As it is but for our own cookies: identity has sessions and pages of its own. */
  async toIdentity({ request, response, requestId }: Exchange): Promise<void> {
    const headers = forIdentity(request.headers, {
      cookie: withoutOwnCookies(request.headers.cookie),
      'x-request-id': requestId,
      'x-forwarded-host': this.open.host,
      'x-forwarded-proto': this.open.protocol.slice(0, -1),
      'x-forwarded-for': request.socket.remoteAddress,
    });
    await this.proxy.forward(request, response, { service: 'identity', headers, cookies: true });
  }
}
