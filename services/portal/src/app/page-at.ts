import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/** A page in a chunk of its own; when the address already names it, it is asked for before its area is shown. */
export function pageAt(address: RegExp, load: () => Promise<ComponentType>): LazyExoticComponent<ComponentType> {
  const loading = address.test(location.pathname) ? load() : undefined;
  loading?.catch(() => undefined);
  return lazy(async () => ({ default: await (loading ?? load()) }));
}
