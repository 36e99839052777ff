/** `__Host-`: only over TLS or loopback, for this host alone and the whole of it. */
export const SESSION_COOKIE = '__Host-qi';
export const LOGIN_COOKIE = '__Host-qi-login';

/** Value of a cookie; undefined when it is absent or stands there twice, of which one is somebody else's. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 && /^[\w-]{20,100}$/.test(values[0] ?? '') ? values[0] : undefined;
}

/** The header without our own cookies, for a service that has cookies of its own. */
export function withoutOwnCookies(header: string | undefined): string | undefined {
  const left = (header ?? '').split(';').filter((pair) => !pair.trim().startsWith('__Host-qi'));
  const text = left.join(';').trim();
  return text === '' ? undefined : text;
}

/** A `Set-Cookie` header; without a value the browser forgets the cookie. Dies with the browser unless `seconds` says so. */
export function setCookie(name: string, value: string | undefined, seconds?: number): string {
  const age = value === undefined ? '; Max-Age=0' : seconds === undefined ? '' : `; Max-Age=${seconds}`;
  return `${name}=${value ?? ''}; Path=/; HttpOnly; Secure; SameSite=Lax${age}`;
}
