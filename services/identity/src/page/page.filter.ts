import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainError, type Words } from '@qi/kernel';
import { HttpProblem } from '@qi/platform';
import type { Request, Response } from 'express';
import { errors } from 'oidc-provider';
import { html } from './html';
import { layout } from './layout';
import { languageFor } from './page.language';

const words = {
  title: { zh: '没有办成', en: 'That did not work' },
  expired: {
    zh: '这次登录已过期，或不是在这个浏览器里开始的。请重新登录，什么也没有丢失。',
    en: 'This sign-in has expired, or was begun in another browser. Please sign in again; nothing is lost.',
  },
  unknown: { zh: '没有这个页面。', en: 'There is no such page.' },
  unsound: { zh: '表单里有无法使用的内容。', en: 'The form holds something that cannot be used.' },
  broken: {
    zh: '系统出了问题，已经记录下来。请稍后再试。',
    en: 'Something went wrong on our side and was recorded. Please try again later.',
  },
  again: { zh: '重新登录', en: 'Sign in again' },
};

/** Errors of pages, told to a person. */
@Catch()
export class PageFilter implements ExceptionFilter {
  private readonly logger = new Logger('Page');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    if (response.headersSent) return void response.destroy();
    const { status, said } = meaningOf(error);
    if (status >= 500) this.logger.error(error);
    const language = languageFor(http.getRequest<Request>());
    const body = html`<p>${said[language]}</p>
      <p><a href="/auth/login">${words.again[language]}</a></p>`;
    response
      .status(status)
      .type('html')
      .send(layout({ language, title: words.title, body }));
  }
}

function meaningOf(error: unknown): { status: number; said: Words } {
  if (error instanceof errors.SessionNotFound) return { status: 400, said: words.expired };
  if (error instanceof DomainError) return { status: error.kind === 'not-found' ? 404 : 422, said: error.words };
  if (error instanceof HttpProblem) return { status: error.status, said: words.unsound };
  if (error instanceof HttpException && error.getStatus() === 404) return { status: 404, said: words.unknown };
  return { status: 500, said: words.broken };
}
