import { currentLanguage } from '../i18n/language';

/** What the address is known to need is asked for while the page that shows it is still being loaded. */
const asked = new Map<string, Promise<Response | undefined>>();
/** A page that comes later than this asks anew. */
const FRESH_MS = 10_000;

export function get(path: string): Promise<Response> {
  const headers = { accept: 'application/json', 'accept-language': currentLanguage() };
  return fetch(path, { credentials: 'same-origin', headers });
}

/** Asks early, once `when` says so; undefined when it did not, or when nobody answered. */
export function askFirst(path: string, when = Promise.resolve(true)): Promise<Response | undefined> {
  const answer = when.then((yes) => (yes ? get(path) : undefined)).catch(() => undefined);
  asked.set(path, answer);
  setTimeout(() => asked.delete(path), FRESH_MS);
  return answer;
}

/** What was asked for early, to be taken once. */
export function takeFirst(path: string): Promise<Response | undefined> {
  const answer = asked.get(path);
  asked.delete(path);
  return answer ?? Promise.resolve(undefined);
}
