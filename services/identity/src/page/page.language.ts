import type { IncomingMessage } from 'node:http';
import type { Language } from '@qi/kernel';
import { languageOf } from '@qi/platform';
import type { Request, Response } from 'express';

/** Not secret. */
const COOKIE = 'qi_language';
const YEAR_MS = 365 * 24 * 3600 * 1000;

/** What the person chose before, else what the browser prefers. */
export function languageFor({ headers }: IncomingMessage): Language {
  const chosen = /(?:^|;\s*)qi_language=(zh|en)(?:;|$)/.exec(headers.cookie ?? '')?.[1];
  return chosen === 'zh' || chosen === 'en' ? chosen : languageOf(headers['accept-language']);
}

export function rememberLanguage(response: Response, language: Language): void {
  response.cookie(COOKIE, language, { path: '/identity', sameSite: 'lax', maxAge: YEAR_MS });
}

/** An application that sends somebody to sign in may say in which language (`ui_locales`, OpenID Connect Core §3.1.2.1). */
export function keepLanguage({ query, path }: Request, response: Response): void {
  const asked = /^(zh|en)\b/.exec(typeof query['ui_locales'] === 'string' ? query['ui_locales'] : '')?.[1];
  if (path === '/oidc/auth' && (asked === 'zh' || asked === 'en')) rememberLanguage(response, asked);
}
