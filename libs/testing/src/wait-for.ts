export interface WaitOptions {
  /** Milliseconds; 10 s unless given. */
  readonly timeout?: number;
  readonly every?: number;
  /** Named in the error. */
  readonly what?: string;
}

/**
 * Waits until `check` neither throws nor answers undefined, null or false, and gives what it answered. The error of the
 * last try is the cause when it never does: use `expect` inside.
 */
export async function waitFor<T>(
  check: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  { timeout = 10_000, every = 20, what = 'what the test waits for' }: WaitOptions = {},
): Promise<T> {
  const deadline = performance.now() + timeout;
  for (;;) {
    const { seen, cause } = await attempt(check);
    if (hasHappened(seen)) return seen;
    if (performance.now() > deadline) {
      const reason = cause instanceof Error ? `: ${cause.message}` : '';
      throw new Error(`${what} did not happen within ${timeout} ms${reason}`, { cause });
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

async function attempt<T>(check: () => T | Promise<T>): Promise<{ seen?: T; cause?: unknown }> {
  try {
    return { seen: await check() };
  } catch (cause) {
    return { cause };
  }
}

function hasHappened<T>(seen: T | undefined | null | false): seen is T {
  return seen !== undefined && seen !== null && seen !== false;
}
