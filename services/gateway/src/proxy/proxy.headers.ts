import type { IncomingHttpHeaders } from 'node:http';

/** What a service may learn from the caller. Everything else stays outside: an own token, a role, an address, a cookie. */
const FORWARDED = [
  ...['accept', 'accept-language', 'content-type', 'if-match', 'if-none-match', 'if-modified-since'],
  ...['idempotency-key', 'range', 'traceparent', 'tracestate', 'user-agent', 'last-event-id', 'x-purpose'],
] as const;

/** Between two neighbours only (RFC 9110 §7.6.1), or set anew by whoever sends on. */
const HOP_BY_HOP = new Set([
  ...['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer'],
  ...['transfer-encoding', 'upgrade', 'expect', 'host', 'content-length'],
]);

/** Name and value in turn, as the client takes them. */
export type HeaderList = string[];

export function forServices(
  headers: IncomingHttpHeaders,
  own: Readonly<Record<string, string | undefined>>,
): HeaderList {
  const list: HeaderList = [];
  for (const name of FORWARDED) {
    const value = headers[name];
    if (typeof value === 'string') list.push(name, value);
  }
  for (const name in own) {
    const value = own[name];
    if (value !== undefined) list.push(name, value);
  }
  return list;
}

/** Everything but what concerns neighbours and what only the gateway may say, for `identity`, which has own cookies. */
export function forIdentity(
  headers: IncomingHttpHeaders,
  own: Readonly<Record<string, string | undefined>>,
): HeaderList {
  const list: HeaderList = [];
  for (const [name, value] of Object.entries(headers)) {
    if (HOP_BY_HOP.has(name) || name in own || /^(x-forwarded-|forwarded$|x-real-ip$)/.test(name)) continue;
    for (const one of [value ?? []].flat()) list.push(name, one);
  }
  for (const [name, value] of Object.entries(own)) if (value !== undefined) list.push(name, value);
  return list;
}

/** Headers of an answer that go on to the browser. A service sets no cookies; `identity` does. */
export function answerHeaders(headers: IncomingHttpHeaders, cookies: boolean): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined || (HOP_BY_HOP.has(name) && name !== 'content-length')) continue;
    if (name.startsWith('x-qi-') || (name === 'set-cookie' && !cookies)) continue;
    kept[name] = value;
  }
  return kept;
}
