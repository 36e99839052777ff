import { AsyncLocalStorage } from 'node:async_hooks';

/** What ties a fact to the call or the fact that caused it. `traceparent` as in W3C Trace Context. */
export interface MessageContext {
  readonly traceparent?: string | undefined;
  readonly correlationId?: string | undefined;
  /** `sub` of the actor of the request at hand. */
  readonly actor?: string | undefined;
}

/** Where the platform leaves its getter: neither package may import the other. */
const CONTEXT = Symbol.for('qi.context');

/** Set while a handler runs, so that the facts it causes carry on the trace of the fact it handles. */
export const handling = new AsyncLocalStorage<MessageContext>();

/** Of the fact being handled, or else of the HTTP request or timer at hand. */
export function currentContext(): MessageContext | undefined {
  const platform = (globalThis as { [CONTEXT]?: () => MessageContext | undefined })[CONTEXT];
  return handling.getStore() ?? platform?.();
}
