import { createHash, randomBytes } from 'node:crypto';
import { clientSecret, publicUrl } from './identity';

export interface PageAnswer {
  readonly status: number;
  readonly text: string;
  readonly location: string | undefined;
  readonly headers: Headers;
}

interface Cookie {
  readonly value: string;
  readonly path: string;
}

/** A person's browser: keeps cookies by path, follows nothing by itself, and comes from one address. */
export class Browser {
  readonly cookies = new Map<string, Cookie>();

  constructor(
    private readonly url: string,
    private readonly address = '203.0.113.7',
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<PageAnswer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<PageAnswer> {
    return this.send('POST', path, new URLSearchParams(form), { 'sec-fetch-site': 'same-origin', ...headers });
  }

  /** Follows redirections as long as they stay at identity; gives the last answer. */
  async follow(answer: PageAnswer): Promise<PageAnswer> {
    let last = answer;
    for (let hops = 0; hops < 6 && last.location?.startsWith('/identity/'); hops += 1)
      last = await this.get(last.location);
    return last;
  }

  private async send(
    method: string,
    path: string,
    body: URLSearchParams | undefined,
    headers: Record<string, string>,
  ): Promise<PageAnswer> {
    const sent = { 'x-forwarded-for': this.address, 'accept-language': 'en', accept: 'text/html', ...headers };
    const response = await fetch(this.url + path, {
      ...{ method, redirect: 'manual', body: body ?? null },
      headers: { ...sent, cookie: this.cookieFor(path) },
    });
    this.keep(response.headers.getSetCookie());
    const location = response.headers.get('location')?.replace(publicUrl, '');
    return { status: response.status, text: await response.text(), location, headers: response.headers };
  }

  private cookieFor(path: string): string {
    return [...this.cookies]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([key, { value }]) => `${key.split(' ')[0]}=${value}`)
      .join('; ');
  }

  private keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const path = /path=([^;]+)/i.exec(line)?.[1] ?? '/';
      const key = `${name} ${path}`;
      if (value === '') this.cookies.delete(key);
      else this.cookies.set(key, { value, path });
    }
  }
}

/** What the gateway keeps of a sign-in that it began. */
export interface Begun {
  readonly path: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly state: string;
}

/** The gateway's authorization request; `changed` replaces or, with an empty text, removes parameters. */
export function begin(changed: Record<string, string> = {}): Begun {
  const [verifier, nonce, state] = [32, 16, 16].map((size) => randomBytes(size).toString('base64url')) as [
    string,
    string,
    string,
  ];
  const parameters = new URLSearchParams({
    ...{ client_id: 'qi-gateway', response_type: 'code', scope: 'openid profile email' },
    ...{ redirect_uri: `${publicUrl}/auth/callback`, state, nonce },
    ...{ code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256' },
    ...changed,
  });
  for (const [name, value] of [...parameters]) if (value === '') parameters.delete(name);
  return { path: `/identity/oidc/auth?${parameters.toString()}`, verifier, nonce, state };
}

export interface Tokens {
  readonly id_token: string;
  readonly access_token: string;
  readonly error?: string;
}

/** The gateway's token request. */
export async function redeem(
  url: string,
  code: string,
  verifier: string,
  secret = clientSecret,
): Promise<{ status: number; body: Tokens }> {
  const response = await fetch(`${url}/identity/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`qi-gateway:${secret}`).toString('base64')}` },
    body: new URLSearchParams({
      ...{ grant_type: 'authorization_code', code, code_verifier: verifier },
      redirect_uri: `${publicUrl}/auth/callback`,
    }),
  });
  return { status: response.status, body: (await response.json()) as Tokens };
}
