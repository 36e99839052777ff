import { Catch, Logger, NotFoundException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { newId } from '@qi/kernel';
import type { Request, Response } from 'express';
import { currentContext } from '../http/request-context';
import { allowedMethods } from './allowed-methods';
import { answerOf, problemOf } from './problem';
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
    response.removeHeader('etag');
    const requestId = currentContext()?.requestId ?? newId();
    const { status, headers, body } = answerOf(problem, request.get('accept-language'), requestId);
    response.status(status).set(headers).send(body);
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
