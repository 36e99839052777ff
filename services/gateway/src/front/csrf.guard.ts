import type { IncomingHttpHeaders } from 'node:http';
import { timingSafeEqual } from 'node:crypto';
import { HttpProblem } from '@qi/platform';

const SAFE = ['GET', 'HEAD'];
const METHODS = [...SAFE, 'POST', 'PUT', 'PATCH', 'DELETE'];

export function assertMethod(method: string): void {
  if (METHODS.includes(method)) return;
  const words = { zh: '不支持此方法', en: 'the method is not supported' };
  throw new HttpProblem('http/method-not-allowed', 405, words, { headers: { allow: METHODS.join(', ') } });
}

/**
 * A page of another site can make a browser send its cookie, but can neither read the session's secret nor set a header.
 * Whoever has no session has nothing that could be misused.
 */
export function assertOwnPage(
  method: string,
  headers: IncomingHttpHeaders,
  session: { csrf: string } | undefined,
): void {
  if (SAFE.includes(method)) return;
  const given = headers['x-csrf-token'];
  const crossSite = headers['sec-fetch-site'] === 'cross-site';
  if (!crossSite && (!session || (typeof given === 'string' && same(given, session.csrf)))) return;
  throw new HttpProblem('session/csrf', 403, {
    zh: '请求不是从本平台的页面发出的，请刷新页面后重试',
    en: 'the request did not come from a page of this platform; reload the page and try again',
  });
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
