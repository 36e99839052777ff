/**
 * What a page of the portal may do: run its own scripts, talk to its own host, and nothing that stands inline but styles
 * that carry the nonce (components write some while they run).
 */
export function pageHeaders(nonce: string | undefined, https: boolean): Record<string, string> {
  const policy = [
    ...["default-src 'none'", "script-src 'self'", `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`],
    ...["img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'"],
    ...["worker-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(self)',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
