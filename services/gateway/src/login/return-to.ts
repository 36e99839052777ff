/** The page of one's account is identity's, and a place to come back to. */
const OWN_TREES = /^\/(auth|api|identity(?!\/account$)|session)(\/|$)/;

/**
 * Where a browser goes after signing in: a path of the portal, or its home when what was asked for could lead anywhere
 * else (another host, a script, the gateway's own addresses).
 */
export function returnTo(asked: unknown, publicUrl: string): string {
  if (typeof asked !== 'string' || asked.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked)) return '/';
  const origin = new URL(publicUrl).origin;
  const url = URL.parse(asked, origin);
  if (!url || url.origin !== origin || asked.includes('\\') || OWN_TREES.test(url.pathname)) return '/';
  return url.pathname.startsWith('//') ? '/' : url.pathname + url.search + url.hash;
}
