import { createHmac } from 'node:crypto';

/** A browser at Keycloak's own pages: fills in the forms that it is shown until it is sent elsewhere. */
export class KeycloakVisitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly origin: string) {}

  /** Goes to a sign-in and fills in what is asked; gives the address outside Keycloak that it ends at. */
  async signIn(address: string, username: string, password: string): Promise<string> {
    let page = await this.open(address);
    for (let step = 0; step < 5 && typeof page !== 'string'; step += 1) {
      const { html, action } = page;
      const secret = /name="totpSecret"[^>]*value="([^"]+)"/.exec(html)?.[1];
      if (secret) page = await this.submit(action, { totpSecret: secret, totp: codeOf(secret), userLabel: 'test' });
      else page = await this.submit(action, { username, password });
    }
    if (typeof page !== 'string') throw new Error(`Keycloak goes on asking:\n${page.html.slice(0, 4000)}`);
    return page;
  }

  private submit(action: string, fields: Record<string, string>): Promise<string | Shown> {
    return this.open(action, { method: 'POST', body: new URLSearchParams(fields) });
  }

  private async open(address: string, options: RequestInit = {}): Promise<string | Shown> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { ...options, headers: { cookie }, redirect: 'manual' });
    this.keep(answer.headers.getSetCookie());
    const location = answer.headers.get('location');
    if (location !== null) return location.startsWith(this.origin) ? this.open(location) : location;
    const html = await answer.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    return { html, action: new URL(action, this.origin).toString() };
  }

  private keep(headers: readonly string[]): void {
    for (const header of headers) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      this.cookies.set(name, value);
    }
  }
}

interface Shown {
  readonly html: string;
  readonly action: string;
}

/** RFC 6238 with what authenticators take for granted; Keycloak's page holds the secret as it is, not in base32. */
function codeOf(secret: string): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
