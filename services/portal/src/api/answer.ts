import { problemOf, ProblemError } from './problem';

interface Outcome<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response?: Response;
}

/** The data of a call to the generated client; throws a `ProblemError` when the service said no or was not reached. */
export async function answer<T>(call: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response) throw new ProblemError(0, 'urn:qi:problem:portal/unreachable', String(error));
  if (!response.ok) throw problemOf(response.status, error);
  return data as T;
}
