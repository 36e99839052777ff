/** Speaks to a running platform as one person or another, through the public API only. */
import { devKeys, signToken, type Actor } from '@qi/platform';
import type { Addresses, LocalService } from '../services.mts';

export interface Answer<T> {
  body: T;
  etag: string | null;
}
interface CallOptions {
  body?: unknown;
  ifMatch?: number;
  /** Sent as multipart instead of JSON. */
  form?: FormData;
}

/** One person at the platform. Paths are relative to `/api/<service>/v1`. */
export interface Person {
  readonly actor: Actor;
  get<T>(service: LocalService, path: string): Promise<T>;
  post<T>(service: LocalService, path: string, body?: unknown, ifMatch?: number): Promise<T>;
  put<T>(service: LocalService, path: string, body: unknown, ifMatch?: number): Promise<T>;
  upload<T>(service: LocalService, path: string, form: FormData): Promise<T>;
}

export interface Session {
  readonly addresses: Addresses;
  as(actor: Omit<Actor, 'areas'> & { areas?: string[] }): Person;
  /** The time at the platform: the machine's, unless the test clock was moved. */
  now(): Date;
  /** What only an operator may do by hand, beside the API: `path` stands at the root of the service. */
  operate(method: string, service: LocalService, path: string, body: unknown): Promise<void>;
  /** Moves the test clock of every service forward to an instant, or back to the machine's time. */
  moveClock(to: Date | 'present'): Promise<void>;
}

/** An answer that is not 2xx, with the problem document in its message. */
export class CallFailed extends Error {
  readonly status: number;

  constructor(call: string, status: number, problem: object) {
    super(`${call} answered ${status}: ${JSON.stringify(problem)}`);
    this.status = status;
  }
}

function headersOf(method: string, token: string, options: CallOptions): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    'accept-language': 'zh',
    ...(options.body !== undefined && { 'content-type': 'application/json' }),
    ...(options.ifMatch !== undefined && { 'if-match': `"${options.ifMatch}"` }),
    ...(method === 'POST' && { 'idempotency-key': crypto.randomUUID() }),
  };
}

async function call<T>(method: string, url: string, token: string, options: CallOptions): Promise<T> {
  const json = options.body === undefined ? null : JSON.stringify(options.body);
  const answer = await fetch(url, { method, headers: headersOf(method, token, options), body: options.form ?? json });
  const text = await answer.text();
  const body: unknown = text && answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
  if (!answer.ok) throw new CallFailed(`${method} ${url}`, answer.status, body as object);
  return body as T;
}

export async function connect(addresses: Addresses, keysDir: string): Promise<Session> {
  const keys = await devKeys(keysDir);
  const as: Session['as'] = (given) => {
    const actor: Actor = { areas: [], ...given };
    const send = async <T,>(method: string, service: LocalService, path: string, options: CallOptions) =>
      call<T>(method, `${addresses[service]}/api/${service}/v1${path}`, await signToken(keys, actor), options);
    return {
      actor,
      get: (service, path) => send('GET', service, path, {}),
      post: (service, path, body = {}, ifMatch) => send('POST', service, path, { body, ifMatch }),
      put: (service, path, body, ifMatch) => send('PUT', service, path, { body, ifMatch }),
      upload: (service, path, form) => send('POST', service, path, { form }),
    };
  };
  const operator: Actor = { sub: 'operator', name: '平台运维', roles: ['operator'], areas: [] };
  let offsetMs = 0;
  const operate: Session['operate'] = async (method, service, path, body) =>
    call(method, addresses[service] + path, await signToken(keys, operator), { body });
  const moveClock: Session['moveClock'] = async (to) => {
    offsetMs = to === 'present' ? 0 : to.getTime() - Date.now();
    const body = to === 'present' ? { reset: true } : { to: to.toISOString() };
    for (const service of Object.keys(addresses) as LocalService[])
      await operate('POST', service, '/development/clock', body);
  };
  return { addresses, as, operate, moveClock, now: () => new Date(Date.now() + offsetMs) };
}

/** Asks again until the answer is there; gives up with what it waited for. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>, withinMs = 20_000): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited ${withinMs / 1000} s in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
