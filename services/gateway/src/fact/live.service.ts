import { Injectable } from '@nestjs/common';
import { HttpProblem, Readiness } from '@qi/platform';
import type { Response } from 'express';
import { cookieOf, SESSION_COOKIE } from '../session/cookie';
import type { ActorClaims } from '../session/session';
import { Sessions } from '../session/session.service';
import { viewOf } from './fact';
import type { KeptFact } from './fact.queries';
import { LiveHub } from './live.hub';

const STREAMS = 5_000;
/** Keeps what stands between from closing a quiet stream, and finds out that the session has ended. */
const BEAT_MS = 15_000;
const RETRY_MS = 3_000;

interface Connection {
  readonly cookie: string | undefined;
  readonly response: Response;
}

@Injectable()
export class LiveStreams {
  private readonly streams = new Set<Response>();

  constructor(
    private readonly hub: LiveHub,
    private readonly sessions: Sessions,
    readiness: Readiness,
  ) {
    readiness.onDrain(() => {
      for (const response of this.streams) response.end();
    });
  }

  /** Streams until the browser goes, the session ends or the gateway stops. */
  async open(actor: ActorClaims, since: string | undefined, { cookie, response }: Connection): Promise<void> {
    if (this.streams.size >= STREAMS)
      throw new HttpProblem('session/too-many-streams', 503, { zh: '连接过多，请稍后再试', en: 'too many streams' });
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write(`retry: ${RETRY_MS}\n\n`);
    this.streams.add(response);
    const view = viewOf(actor);
    const from = since !== undefined && /^\d{1,18}$/.test(since) ? since : undefined;
    const hear = (fact: KeptFact): void => void response.write(inWire(fact, view?.side));
    const stop = view ? await this.hub.listen({ view, hear }, from) : () => undefined;
    const beat = setInterval(() => void this.beat(cookie, response), BEAT_MS);
    const end = (): void => {
      clearInterval(beat);
      stop();
      this.streams.delete(response);
    };
    response.once('close', end);
    if (response.destroyed) end();
  }

  private async beat(cookie: string | undefined, response: Response): Promise<void> {
    const session = await this.sessions.find(cookieOf(cookie, SESSION_COOKIE)).catch(() => undefined);
    if (session) response.write(': still here\n\n');
    else response.end();
  }
}

/** One fact as events of the stream; the last one carries the number that the stream goes on from. */
function inWire(fact: KeptFact, side: string | undefined): string {
  const { seq, service, aggregate, aggregateId: id, requestId, toldTo, words } = fact;
  const notice = words && toldTo.some((one) => one === side) ? message('notice', { words, requestId }) : '';
  return `${notice}id: ${seq}\n${message('changed', { service, aggregate, id, requestId })}`;
}

function message(event: string, data: object): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
