import { createRequire } from 'node:module';

interface RequestQueue {
  throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  readonly pending: readonly unknown[];
  checkPendingRequests(): void;
}

const CHECK_PENDING_REQUESTS_MS = 10;
let patched = false;

/**
 * kafkajs 2.2.4 schedules its queue check with `throttledUntil - now`, which is negative unless the broker throttles:
 * Node 24 warns (TimeoutNegativeWarning) and the timer comes back every millisecond for ever. A check is needed only
 * while something waits; `push` and `fulfillRequest` call this again when that changes.
 */
export function patchRequestQueue(): void {
  if (patched) return;
  patched = true;
  const { prototype } = createRequire(__filename)('kafkajs/src/network/requestQueue') as {
    prototype: { scheduleCheckPendingRequests(this: RequestQueue): void };
  };
  prototype.scheduleCheckPendingRequests = function schedule(this: RequestQueue): void {
    if (this.throttleCheckTimeoutId !== null || this.pending.length === 0) return;
    const wait = Math.max(this.throttledUntil - Date.now(), CHECK_PENDING_REQUESTS_MS);
    this.throttleCheckTimeoutId = setTimeout(() => {
      this.throttleCheckTimeoutId = null;
      this.checkPendingRequests();
    }, wait);
  };
}
