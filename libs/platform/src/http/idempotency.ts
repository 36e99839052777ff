import { Injectable, StreamableFile } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { catchError, concatMap, from, of, switchMap } from 'rxjs';
import type { Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { findActor } from '../auth/access';
import { HttpProblem } from '../problems/http-problem';
import { bodyHash } from './body-parser';
import { claimKey, freeKey, recordAnswer } from './idempotency-claims';
import type { RecordedAnswer } from './idempotency-claims';
import { currentContext } from './request-context';
import type { IdempotencyClaim } from './request-context';

const KEPT_HEADERS = ['etag', 'location'];

/**
 * `Idempotency-Key` on POST. The first request with a key takes effect, and its answer (2xx) is given again, with
 * `Idempotency-Replayed: true`, to the same actor sending the same body to the same path within a day. A request that
 * was refused took no effect: its key is free again, so that the body may be mended or the state waited for.
 *
 * The effect and the mark that it happened are one transaction (`Transactions.run`); a process that dies between that
 * commit and the recording leaves an effect without an answer, and the next try is told so (409). Without the header,
 * nothing is asked of the database.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly dataSource: DataSource) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const key = request.method === 'POST' ? request.get('idempotency-key') : undefined;
    if (key === undefined) return next.handle();
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw malformedKey;
    const actor = findActor(request)?.sub ?? '';
    const keyed = { actor, key, route: `POST ${request.path}`, bodyHash: bodyHash(request) };
    const response = context.switchToHttp().getResponse<Response>();
    return from(claimKey(this.dataSource.manager, keyed)).pipe(
      switchMap((claim) => ('claim' in claim ? this.first(claim, response, next) : of(replay(claim, response)))),
    );
  }

  private first(claim: IdempotencyClaim, response: Response, next: CallHandler): Observable<unknown> {
    const known = currentContext();
    if (known) known.claim = claim;
    return next.handle().pipe(
      concatMap(async (body: unknown) => {
        if (!(body instanceof StreamableFile))
          await recordAnswer(this.dataSource.manager, claim, answer(body, response));
        return body;
      }),
      catchError(async (error: unknown) => {
        await freeKey(this.dataSource.manager, claim);
        throw error;
      }),
    );
  }
}

const malformedKey = new HttpProblem('request/idempotency-key', 400, {
  zh: 'Idempotency-Key 须为 1 至 200 个可见 ASCII 字符',
  en: 'Idempotency-Key must have 1 to 200 visible ASCII characters',
});

function answer(body: unknown, response: Response): RecordedAnswer {
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = response.getHeader(name);
    return value === undefined ? [] : [[name, String(value)]];
  });
  const text = body === undefined || body === null ? null : JSON.stringify(body);
  return { status: response.statusCode, headers: Object.fromEntries(headers) as Record<string, string>, body: text };
}

function replay(recorded: RecordedAnswer, response: Response): unknown {
  response.status(recorded.status).set({ ...recorded.headers, 'idempotency-replayed': 'true' });
  return recorded.body === null ? undefined : (JSON.parse(recorded.body) as unknown);
}
