import type { Request } from 'express';

interface Layer {
  match(path: string): boolean;
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
}

/** No endpoint of ours takes as many. */
const EVERY_METHOD = 8;

/** The methods that routes of this path answer; empty when there is no such path. */
export function allowedMethods(request: Request): string[] {
  const { stack = [] } = Object(Object(request.app).router) as { stack?: readonly Layer[] };
  const methods = stack
    .filter((layer) => matches(layer, request.path))
    .map((layer) => Object.keys(layer.route?.methods ?? {}))
    // Middleware is mounted as a route for every method there is.
    .filter((names) => names.length < EVERY_METHOD);
  return [...new Set(methods.flat())].map((method) => method.toUpperCase()).sort();
}

/** Matching decodes the path, which throws on a broken escape. */
function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    return false;
  }
}
