import { globalAgent } from 'node:http';

/**
 * One value per process, also across Jest's test files: each file has modules and globals of its own, but the objects of
 * Node's core modules are shared by all, so the value is kept at one of them.
 */
export function perProcess<T>(name: string, make: () => T): T {
  const shelf = globalAgent as unknown as Record<symbol, T | undefined>;
  return (shelf[Symbol.for(`qi.testing.${name}`)] ??= make());
}
