/** As much of a browser as signing in takes: a cookie jar per host, redirects by hand. */
export class Browser {
  readonly cookies = new Map<string, string>();
  csrf: string | undefined;

  constructor(private readonly home: string) {}

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send('GET', path, undefined, headers);
  }

  async post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.send('POST', path, body, headers);
  }

  async send(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
    const url = new URL(path, this.home);
    const own = url.origin === new URL(this.home).origin;
    const sent = new Headers(own ? { ...this.ownHeaders(method), ...headers } : headers);
    if (body !== undefined && !sent.has('content-type')) sent.set('content-type', 'application/json');
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    const response = await fetch(url, { method, headers: sent, body: text ?? null, redirect: 'manual' });
    if (own) this.keep(response.headers.getSetCookie());
    return response;
  }

  private ownHeaders(method: string): Record<string, string> {
    return {
      ...(this.cookies.size > 0 ? { cookie: this.cookieHeader() } : {}),
      ...(method !== 'GET' && this.csrf ? { 'x-csrf-token': this.csrf } : {}),
    };
  }

  /** Signs in as the provider wants it; gives the address that the browser ends at. */
  async signIn(returnTo = '/'): Promise<string> {
    const begun = await this.get(`/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
    const there = await this.get(begun.headers.get('location') ?? '');
    const back = await this.get(there.headers.get('location') ?? '');
    await this.readSession();
    return back.headers.get('location') ?? `${back.status}`;
  }

  async readSession<T = { signedIn: boolean; csrf: string | null }>(): Promise<T> {
    const session = (await (await this.get('/session')).json()) as T & { csrf: string | null };
    this.csrf = session.csrf ?? undefined;
    return session;
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(headers: readonly string[]): void {
    for (const header of headers) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      if (/max-age=0/i.test(header)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
