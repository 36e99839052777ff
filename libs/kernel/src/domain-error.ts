/** What went wrong, in terms that a caller can act on. HTTP later says 422 / 403 / 404 / 409 / 412. */
export type ErrorKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'stale';

/** A text for people, in both languages of the platform. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const languages = ['zh', 'en'] as const satisfies readonly (keyof Words)[];
export type Language = (typeof languages)[number];

/**
 * The one error that rules throw. `code` is `<aggregate>/<reason>` and stable: it becomes the problem type on the wire.
 * `details` are plain values that may be shown to the caller.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    readonly kind: ErrorKind,
    readonly words: Words,
    readonly details: Record<string, unknown> = {},
  ) {
    super(`${code}: ${words.en}`);
  }
}
