import type { Actor } from '@qi/platform';

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when JSON, else text; undefined when empty. */
  readonly body: T;
}

export interface CallOptions {
  readonly as?: Actor;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Http {
  get<T = never>(path: string, options?: CallOptions): Promise<Answer<T>>;
  post<T = never>(path: string, body?: unknown, options?: CallOptions): Promise<Answer<T>>;
  put<T = never>(path: string, body?: unknown, options?: CallOptions): Promise<Answer<T>>;
  patch<T = never>(path: string, body?: unknown, options?: CallOptions): Promise<Answer<T>>;
  delete<T = never>(path: string, options?: CallOptions): Promise<Answer<T>>;
  call<T = never>(method: string, path: string, body?: unknown, options?: CallOptions): Promise<Answer<T>>;
}

/** Calls a service as some actor. Objects go as JSON; texts, bytes and forms go as they are. */
export function httpClient(url: string, tokenOf: (actor: Actor) => Promise<string>): Http {
  const call = async <T>(
    method: string,
    path: string,
    body?: unknown,
    options: CallOptions = {},
  ): Promise<Answer<T>> => {
    const headers = new Headers(options.headers);
    if (options.as) headers.set('authorization', `Bearer ${await tokenOf(options.as)}`);
    const sent = bodyOf(body);
    if (sent !== null && !(sent instanceof FormData) && !headers.has('content-type'))
      headers.set('content-type', 'application/json');
    const response = await fetch(url + path, { method, headers, body: sent });
    return { status: response.status, headers: response.headers, body: (await read(response)) as T };
  };
  return {
    call,
    get: (path, options) => call('GET', path, undefined, options),
    post: (path, body, options) => call('POST', path, body, options),
    put: (path, body, options) => call('PUT', path, body, options),
    patch: (path, body, options) => call('PATCH', path, body, options),
    delete: (path, options) => call('DELETE', path, undefined, options),
  };
}

function bodyOf(body: unknown): string | FormData | Uint8Array<ArrayBuffer> | null {
  if (body === undefined) return null;
  if (typeof body === 'string' || body instanceof FormData) return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  return /json/.test(response.headers.get('content-type') ?? '') ? (JSON.parse(text) as unknown) : text;
}
