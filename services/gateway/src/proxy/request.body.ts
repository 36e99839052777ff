import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { HttpProblem } from '@qi/platform';

interface Body {
  readonly body: Readable | null;
  /** As the caller declared it; undefined for one that is sent in chunks. */
  readonly length: string | undefined;
}

/** The body to send on, `null` when there is none, cut off where it grows beyond `limit` bytes. */
export function bodyOf(request: IncomingMessage, limit: number): Body {
  const { 'content-length': declared, 'transfer-encoding': chunked } = request.headers;
  if (chunked === undefined) {
    if (declared === undefined || declared === '0') return { body: null, length: undefined };
    if (Number(declared) > limit) throw tooLarge(limit);
    return { body: request, length: declared };
  }
  return { body: request.pipe(metered(limit)), length: undefined };
}

function metered(limit: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > limit) done(tooLarge(limit));
      else done(null, chunk);
    },
  });
}

function tooLarge(limit: number): HttpProblem {
  const megabytes = Math.floor(limit / 1024 / 1024);
  const words = { zh: `内容超过 ${megabytes} MB`, en: `more than ${megabytes} MB` };
  return new HttpProblem('http/payload-too-large', 413, words, { headers: { connection: 'close' } });
}
