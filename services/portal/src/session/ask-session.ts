/** Asks the gateway who is here. */
export function askSession(): Promise<Response> {
  return fetch('/session', { credentials: 'same-origin', headers: { accept: 'application/json' } });
}

let first: Promise<Response> | undefined = askSession();
// Whoever takes it tells of a failure.
first.catch(() => undefined);

/** What was asked at the start, to be taken once. */
export function firstSession(): Promise<Response> | undefined {
  const taken = first;
  first = undefined;
  return taken;
}
