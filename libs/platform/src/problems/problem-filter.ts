import { Catch, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { newId } from '@qi/kernel';
import type { Request, Response } from 'express';
import { currentContext } from '../http/request-context';
import { languageOf } from './language';
import { documentOf, problemOf } from './problem';

/** Turns every error into a problem document (RFC 9457) in the caller's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const problem = problemOf(error);
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
