import { currentLanguage } from '../i18n/language';
import { takeFirst } from './first-answers';
import type { CreateClientConfig } from './generated/client.gen';

let csrf: string | null = null;
/** The session's token that every command carries; it arrives with the session. */
export function setCsrf(token: string | null): void {
  csrf = token;
}

/** Every call carries the language; every command carries the session's token and a key that makes a repeat harmless. */
async function send(input: Request | string | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  request.headers.set('accept-language', currentLanguage());
  if (request.method === 'GET') {
    return (await takeFirst(request.url.slice(location.origin.length))) ?? fetch(request);
  }
  if (csrf) request.headers.set('x-csrf-token', csrf);
  if (!request.headers.has('idempotency-key')) request.headers.set('idempotency-key', crypto.randomUUID());
  return fetch(request);
}

export const createClientConfig: CreateClientConfig = (config) => ({
  ...config,
  baseUrl: '',
  credentials: 'same-origin',
  fetch: send as typeof fetch,
});
