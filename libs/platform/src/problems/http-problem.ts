import type { Words } from '@qi/kernel';

/** One fault of a request. `pointer` is a JSON pointer (RFC 6901) into the body, or into the query's or path's parameters. */
export interface Fault {
  readonly pointer: string;
  readonly words: Words;
  /** Absent: in the body. */
  readonly in?: 'query' | 'path' | 'header';
}

interface HttpProblemExtras {
  readonly faults?: readonly Fault[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal that belongs to HTTP and not to a domain rule: unreadable body, missing token, wrong method. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';

  constructor(
    readonly code: string,
    readonly status: number,
    readonly words: Words,
    readonly extras: HttpProblemExtras = {},
  ) {
    super(`${code}: ${words.en}`);
  }
}

export function invalidRequest(faults: readonly Fault[]): HttpProblem {
  const words = { zh: `请求有 ${faults.length} 处错误`, en: `the request has ${faults.length} fault(s)` };
  return new HttpProblem('request/invalid', 400, words, { faults });
}

export function malformedBody(words: Words): HttpProblem {
  return new HttpProblem('request/malformed', 400, words);
}
