import { HttpException } from '@nestjs/common';
import { DomainError } from '@qi/kernel';
import type { ErrorKind, Language, Words } from '@qi/kernel';
import { codeOf } from '../database/data-source';
import { HttpProblem } from './http-problem';
import type { Fault } from './http-problem';
import { languageOf } from './language';
import { statusCode, statusWords } from './status-words';

/** An answer to be written: RFC 9457 members, and headers that go with them. */
export interface Problem {
  readonly code: string;
  readonly status: number;
  readonly words: Words;
  readonly faults?: readonly Fault[];
  readonly details?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

const STATUS_OF: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
};

const RESERVED = ['type', 'title', 'status', 'detail', 'instance', 'errors'];

/** What an error means to the caller. Whatever is not known to be the caller's is a 500 that says nothing. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) {
    return { code: error.code, status: STATUS_OF[error.kind], words: error.words, details: error.details };
  }
  if (error instanceof HttpProblem)
    return { ...error.extras, code: error.code, status: error.status, words: error.words };
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  const status = bodyParserStatus(error);
  if (status !== undefined) return ofStatus(status);
  // Class 22, data exception: a value that no check of a DTO held back and that a column cannot hold.
  if (codeOf(error).startsWith('22')) return unstorable;
  return ofStatus(500);
}

const unstorable: Problem = {
  code: 'request/unstorable',
  status: 422,
  words: { zh: '请求含有无法保存的值', en: 'the request holds a value that cannot be stored' },
};

function ofStatus(status: number): Problem {
  return { code: `http/${statusCode(status)}`, status, words: statusWords(status) };
}

/** Errors of the body parser and of routing carry a status of their own; only 4xx are taken over. */
function bodyParserStatus(error: unknown): number | undefined {
  const { status, type } = Object(error) as { status?: unknown; type?: unknown };
  if (error instanceof URIError) return 400;
  return typeof status === 'number' && typeof type === 'string' && status >= 400 && status < 500 ? status : undefined;
}

export interface ProblemAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An error as it is answered, in the language that `Accept-Language` asks for. */
export function problemAnswer(error: unknown, acceptLanguage: string | undefined, requestId: string): ProblemAnswer {
  return answerOf(problemOf(error), acceptLanguage, requestId);
}

export function answerOf(problem: Problem, acceptLanguage: string | undefined, requestId: string): ProblemAnswer {
  const language = languageOf(acceptLanguage);
  return {
    status: problem.status,
    headers: {
      ...problem.headers,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
    },
    body: JSON.stringify(documentOf(problem, language, requestId)),
  };
}

/** The problem document (RFC 9457 §3). `details` become extension members. */
function documentOf(problem: Problem, language: Language, requestId: string): Record<string, unknown> {
  const details = Object.entries(problem.details ?? {}).filter(([name]) => !RESERVED.includes(name));
  const errors = problem.faults?.map(({ pointer, words, in: place }) => ({
    pointer,
    message: words[language],
    ...(place ? { in: place } : {}),
  }));
  return {
    type: `urn:qi:problem:${problem.code}`,
    title: statusWords(problem.status)[language],
    status: problem.status,
    detail: problem.words[language],
    instance: `urn:qi:request:${requestId}`,
    ...(errors ? { errors } : {}),
    ...Object.fromEntries(details),
  };
}
