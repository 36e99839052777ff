import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';
import { newId } from '@qi/kernel';
import { isSoundText } from '../validation/sound-text';

/** What is known of the work at hand, wherever in the call it is asked for. */
export interface RequestContext {
  readonly requestId: string;
  /** Kept from the first request of a chain to the last event that follows from it. */
  readonly correlationId: string;
  /** W3C Trace Context. */
  readonly traceparent: string | undefined;
  /** `sub` of the actor once the token was checked. */
  actor?: string;
  /** The operation's id in the OpenAPI document, once it is known which one was called. */
  operation?: string;
  /** What the actor says it wants the data for. */
  readonly purpose?: string;
  /** The idempotency claim that the transaction of this request has to settle. */
  claim?: IdempotencyClaim;
}

export interface IdempotencyClaim {
  readonly actor: string;
  readonly key: string;
  readonly claim: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

export function currentContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs work that no HTTP request started (a timer, a script) with ids of its own. */
export function withContext<T>(given: Partial<RequestContext>, work: () => T): T {
  const requestId = given.requestId ?? newId();
  return storage.run({ correlationId: requestId, traceparent: undefined, ...given, requestId }, work);
}

/** Takes over well-formed ids of the caller and makes those that are missing. */
export function requestContext(request: Request, response: Response, next: NextFunction): void {
  const requestId = acceptable(request.get('x-request-id')) ?? newId();
  const correlationId = acceptable(request.get('x-correlation-id')) ?? requestId;
  const traceparent = /^[\da-f]{2}(-[\da-f]+){3}$/.exec(request.get('traceparent') ?? '')?.[0];
  response.setHeader('x-request-id', requestId);
  const purpose = purposeOf(request.get('x-purpose'));
  storage.run({ requestId, correlationId, traceparent, ...(purpose ? { purpose } : {}) }, next);
}

/** A header holds no Chinese: it comes percent-encoded. One that cannot be read is as none. */
function purposeOf(header = ''): string | undefined {
  try {
    const text = decodeURIComponent(header).trim().slice(0, 200);
    return isSoundText(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

function acceptable(id: string | undefined): string | undefined {
  return id !== undefined && /^[\w.:-]{1,100}$/.test(id) ? id : undefined;
}
