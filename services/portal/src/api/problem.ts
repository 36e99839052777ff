/** One fault of an input: where (JSON pointer into the body) and what. */
export interface Fault {
  readonly pointer: string;
  readonly message: string;
}

/** What a service or the gateway said no with (RFC 9457), or status 0: it was never reached. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
    readonly faults: readonly Fault[] = [],
  ) {
    super(message);
  }
}

interface ProblemBody {
  readonly type?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly Fault[];
}

export function problemOf(status: number, body: unknown): ProblemError {
  const {
    type = 'about:blank',
    title = '',
    detail,
    errors,
  } = (typeof body === 'object' && body ? body : {}) as ProblemBody;
  return new ProblemError(status, type, detail ?? title, errors);
}
