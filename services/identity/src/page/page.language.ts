import type { IncomingMessage } from 'node:http';
import { languageOf, type Language } from '@qi/platform';

/** Not secret, and for the portal to read as well. */
export const LANGUAGE_COOKIE = 'qi_language';

/** What the person chose before, else what the browser prefers. */
export function languageFor({ headers }: IncomingMessage): Language {
  const chosen = /(?:^|;\s*)qi_language=(zh|en)(?:;|$)/.exec(headers.cookie ?? '')?.[1];
  return chosen === 'zh' || chosen === 'en' ? chosen : languageOf(headers['accept-language']);
}
