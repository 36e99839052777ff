import { createParamDecorator, Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { problems } from '@qi/kernel';
import type { Request, Response } from 'express';
import { tap } from 'rxjs';
import type { Observable } from 'rxjs';
import { HttpProblem } from '../problems/http-problem';
import { statusWords } from '../problems/status-words';

const rowProblem = problems('row', {
  stale: {
    kind: 'stale',
    zh: '内容已被他人修改：当前版本 {current}，提交基于版本 {given}',
    en: 'changed by someone else meanwhile: the current version is {current}, the change was based on {given}',
  },
});

/** The row's version is the ETag: set from a response body's field `version`. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      tap((body: unknown) => {
        const { version } = Object(body) as { version?: unknown };
        if (typeof version === 'number' && !response.headersSent) response.setHeader('etag', `"${version}"`);
      }),
    );
  }
}

const versionParam = createParamDecorator((_: unknown, context: ExecutionContext) =>
  versionOf(context.switchToHttp().getRequest<Request>().get('if-match')),
);

/** The row version that the caller's change is based on: `If-Match: "3"` → 3. Missing → 428, malformed → 400. */
export function IfMatch(): ParameterDecorator {
  return (target, property, index) => {
    versionParam()(target, property, index);
    const method = property === undefined ? undefined : Object.getOwnPropertyDescriptor(target, property);
    if (property === undefined || !method) return;
    const description = 'row version as given by ETag, in quotes';
    ApiHeader({ name: 'If-Match', required: true, description, schema: { type: 'string', example: '"3"' } })(
      ...[target, property, method as TypedPropertyDescriptor<object>],
    );
  };
}

export function versionOf(header: string | undefined): number {
  if (header === undefined) throw new HttpProblem('http/precondition-required', 428, statusWords(428));
  // A proxy that compresses makes the tag weak; the version stays the same.
  const digits = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (digits !== undefined) return Number(digits);
  const words = { zh: 'If-Match 须为带引号的版本号，如 "3"', en: 'If-Match must be a quoted version, such as "3"' };
  throw new HttpProblem('request/if-match', 400, words);
}

/** Throws `row/stale` (412) when the row is not at the version that the caller saw. */
export function assertVersion(row: { readonly version: number }, given: number): void {
  if (row.version !== given) throw rowProblem.stale({ current: row.version, given });
}
