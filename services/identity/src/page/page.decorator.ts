import { applyDecorators, Controller, createParamDecorator, UseFilters, type ExecutionContext } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Language } from '@qi/kernel';
import { Public } from '@qi/platform';
import type { Request, Response } from 'express';
import { PageFilter } from './page.filter';
import { languageFor } from './page.language';

/** A controller of pages under `/identity`: no API, its errors are pages too. Who may see them is asked by themselves. */
export function Pages(path: string): ClassDecorator {
  return applyDecorators(Controller(`identity/${path}`), Public(), ApiExcludeController(), UseFilters(PageFilter));
}

/** One step of a browser: what it asks, in which language, and the answer to be written. */
export interface Visit {
  readonly request: Request;
  readonly response: Response;
  readonly language: Language;
  /** Network address of the browser. */
  readonly address: string;
  /** A field of the form, cut to 200 characters: no field of our pages needs more. Absent and repeated ones are empty; NUL, which no column holds, is replaced. */
  text(name: string): string;
  /** Answers a page; 422 when something has to be mended. */
  show(page: string, status?: number): void;
}

const LONGEST = 200;

export const CurrentVisit = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const http = context.switchToHttp();
  const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
  return {
    ...{ request, response, language: languageFor(request), address: request.ip ?? '' },
    text: (name) => {
      const value = (Object(request.body) as Record<string, unknown>)[name];
      return typeof value === 'string' ? [...value.replaceAll('\0', '\ufffd')].slice(0, LONGEST).join('') : '';
    },
    show: (page, status = 200) => void response.status(status).type('html').send(page),
  };
});
