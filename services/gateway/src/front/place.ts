/** Whose a request is, by its path alone. */
export type Place =
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'identity' }
  | { readonly kind: 'own' }
  | { readonly kind: 'portal' }
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'malformed' };

/** The gateway's own addresses: an API as every service has, and what stands beside it. */
const OWN = /^\/(api\/gateway\/v\d+|auth|session|\.well-known|health|metrics|docs|openapi\.json|development)(\/|$)/;
const API = /^\/api\/([a-z-]+)\/v\d+(\/|$)/;
const RESERVED = /^\/(api|identity)(\/|$)/;

/**
 * Takes the path as it came and never rewrites it: what two readers could understand in two ways (dots, backslashes,
 * empty segments, controls, bad escapes) is refused, so that nobody gets out of the tree it asked for.
 */
export function placeOf(path: string, services: ReadonlySet<string>): Place {
  if (!wellFormed(path)) return { kind: 'malformed' };
  if (OWN.test(path)) return { kind: 'own' };
  const service = API.exec(path)?.[1];
  if (service !== undefined && services.has(service)) return { kind: 'service', service };
  if (path.startsWith('/identity/') || path === '/identity')
    return { kind: services.has('identity') ? 'identity' : 'nowhere' };
  return { kind: RESERVED.test(path) ? 'nowhere' : 'portal' };
}

function wellFormed(path: string): boolean {
  if (!/^\/[\x21-\x7e]*$/.test(path) || /[\\#]/.test(path)) return false;
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return false;
  }
  if (/[\u0000-\u001f\u007f\\]/.test(decoded)) return false;
  const segments = path.slice(1).split('/');
  const empty = segments.slice(0, -1).includes('');
  return !empty && !decoded.split('/').some((segment) => /^\.{1,2}(;|$)/.test(segment));
}
