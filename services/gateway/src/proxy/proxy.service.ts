import type { IncomingMessage, ServerResponse } from 'node:http';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { HttpProblem, SERVICE_CONFIG } from '@qi/platform';
import { Pool } from 'undici';
import type { Config } from '../config';
import { bodyOf } from './request.body';
import type { HeaderList } from './proxy.headers';
import { Pipe, type AnswerListener } from './answer.pipe';

const CONNECTIONS = 64;
const CONNECT_MS = 2_000;
/** Until the first byte of an answer. Reports and imports take their time. */
const ANSWER_MS = 60_000;

export interface Forwarded {
  readonly service: string;
  readonly headers: HeaderList;
  /** Cookies of the answer go on to the browser. */
  readonly cookies: boolean;
  readonly onAnswer?: AnswerListener;
}

/** Pipes requests to the services behind the gateway and their answers back, without looking into either. */
@Injectable()
export class Proxy implements OnApplicationShutdown {
  private readonly pools = new Map<string, Pool>();
  private readonly limit: number;

  constructor(@Inject(SERVICE_CONFIG) config: Config) {
    this.limit = config.bodyLimitMb * 1024 * 1024;
    const timeouts = { headersTimeout: ANSWER_MS, connect: { timeout: CONNECT_MS } };
    for (const [name, address] of Object.entries(config.services))
      this.pools.set(name, new Pool(address, { connections: CONNECTIONS, ...timeouts }));
  }

  /** Resolves when the answer is through; rejects with a problem while nothing of it has been sent. */
  async forward(request: IncomingMessage, response: ServerResponse, to: Forwarded): Promise<void> {
    const pool = this.pools.get(to.service);
    if (!pool) throw new HttpProblem('http/not-found', 404, { zh: '没有这个服务', en: 'there is no such service' });
    const { body, length } = bodyOf(request, this.limit);
    const headers = length === undefined ? to.headers : [...to.headers, 'content-length', length];
    const { method = 'GET', url: path = '/' } = request;
    await new Promise<void>((resolve, reject) => {
      const pipe = new Pipe(response, to, { resolve, reject });
      pool.dispatch({ method: method as 'GET', path, headers, body }, pipe);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.destroy()));
  }
}
