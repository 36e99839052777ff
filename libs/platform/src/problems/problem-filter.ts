import { Catch, Logger, NotFoundException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { newId } from '@qi/kernel';
import type { Request, Response } from 'express';
import { currentContext } from '../http/request-context';
import { languageOf } from './language';
import { allowedMethods } from './allowed-methods';
import { documentOf, problemOf } from './problem';
import type { Problem } from './problem';
import { statusWords } from './status-words';

/** Turns every error into a problem document (RFC 9457) in the caller's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const problem = noRoute(error) ? unroutable(request) : problemOf(error);
    if (problem.status >= 500 || problem.code === 'request/unstorable') this.logger.error(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    for (const [name, value] of Object.entries(problem.headers ?? {})) response.setHeader(name, value);
    response.removeHeader('etag');
    const language = languageOf(request.get('accept-language'));
    response
      .status(problem.status)
      .set({ 'content-type': 'application/problem+json; charset=utf-8', 'content-language': language })
      .send(JSON.stringify(documentOf(problem, language, currentContext()?.requestId ?? newId())));
  }
}

/** Nest's words for a request that no route took; a `NotFoundException` of an endpoint says something else. */
function noRoute(error: unknown): boolean {
  return error instanceof NotFoundException && /^Cannot [A-Z]+ \//.test(error.message);
}

/** An address that exists and takes other methods is 405 with `Allow` (RFC 9110 §15.5.6). */
function unroutable(request: Request): Problem {
  const allow = allowedMethods(request).join(', ');
  if (allow === '') return { code: 'http/not-found', status: 404, words: statusWords(404) };
  return { code: 'http/method-not-allowed', status: 405, words: statusWords(405), headers: { allow } };
}
