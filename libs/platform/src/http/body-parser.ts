import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Words } from '@qi/kernel';
import { json } from 'express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { HttpProblem, malformedBody } from '../problems/http-problem';

export const BODY_LIMIT_BYTES = 1024 * 1024;
export const DEPTH_LIMIT = 32;

const BODY_HASH = Symbol('qi:body-hash');
type Received = Request & { [BODY_HASH]?: Buffer };

/** Reads JSON bodies up to 1 MB, 32 levels deep, in UTF-8 (RFC 8259 §8.1). Multipart is left to its endpoints. */
export function jsonBody(): RequestHandler {
  const parse = json({
    limit: BODY_LIMIT_BYTES,
    strict: false,
    type: ['application/json', 'application/*+json'],
    verify: (request, _response, buffer) => {
      const words = faultOf(buffer);
      if (words) throw new UnreadableBody(words);
      if (request.headers['idempotency-key']) (request as Received)[BODY_HASH] = sha256(buffer);
    },
  });
  return (request, response, next) => {
    parse(request, response, (error?: unknown) => {
      if (error instanceof UnreadableBody) next(malformedBody(error.words));
      else if (error instanceof SyntaxError)
        next(malformedBody({ zh: '请求体不是合法的 JSON', en: 'the body is not valid JSON' }));
      else next(error);
    });
  };
}

/** A body nobody can read is refused, before an endpoint takes it for an empty one. One that the edge has read is fine. */
export function knownMediaType(request: Request, _response: Response, next: NextFunction): void {
  if (request.body !== undefined) return next();
  const type = request.get('content-type');
  const hasBody = request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0;
  const known =
    !hasBody || (type !== undefined && /^\s*(application\/([\w.-]+\+)?json|multipart\/form-data)\s*(;|$)/i.test(type));
  if (known) return next();
  const words = { zh: '请求体须为 application/json', en: 'the body must be application/json' };
  next(new HttpProblem('http/unsupported-media-type', 415, words));
}

/**
 * Tells one body from another for the idempotency key: SHA-256 of the bytes. Of a multipart body only the media type and
 * the length are known before it is read.
 */
export function bodyHash(request: Request): Buffer {
  const known = (request as Received)[BODY_HASH];
  return known ?? sha256(`${(request.get('content-type') ?? '').split(';')[0]} ${request.get('content-length') ?? 0}`);
}

function sha256(data: Buffer | string): Buffer {
  return createHash('sha256').update(data).digest();
}

function faultOf(buffer: Buffer): Words | undefined {
  if (!isUtf8(buffer)) return { zh: '请求体不是合法的 UTF-8', en: 'the body is not valid UTF-8' };
  if (!deeperThan(buffer, DEPTH_LIMIT)) return undefined;
  return { zh: `JSON 嵌套不得超过 ${DEPTH_LIMIT} 层`, en: `JSON may be nested ${DEPTH_LIMIT} levels deep at most` };
}

/** Never leaves this file: the parser writes a status of its own into what its check throws. */
class UnreadableBody extends Error {
  constructor(readonly words: Words) {
    super(words.en);
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = [0x5b, 0x7b];
const CLOSE = [0x5d, 0x7d];

/** Counts brackets outside of strings, without parsing. */
export function deeperThan(json: Uint8Array, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    if (inString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (OPEN.includes(byte) && ++depth > limit) return true;
    else if (CLOSE.includes(byte)) depth -= 1;
  }
  return false;
}
