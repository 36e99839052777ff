import { DomainError } from './domain-error';
import type { ErrorKind, Words } from './domain-error';

type ProblemTable = Readonly<Record<string, { readonly kind: ErrorKind } & Words>>;

/**
 * Declares the problems of one aggregate, once, beside its rules:
 *
 *     const jobProblem = problems('job', { 'not-offered': { kind: 'conflict', zh: '…{status}…', en: '… {status} …' } });
 *     throw jobProblem['not-offered']({ status });
 *
 * The code is `<aggregate>/<key>`; `{name}` in the texts is filled from the details.
 */
export function problems<A extends string, const P extends ProblemTable>(
  aggregate: A,
  table: P,
): { readonly [K in keyof P]: (details?: Record<string, unknown>) => DomainError } {
  const makers = Object.entries(table).map(([key, { kind, zh, en }]) => [
    key,
    (details: Record<string, unknown> = {}) =>
      new DomainError(`${aggregate}/${key}`, kind, { zh: fill(zh, details), en: fill(en, details) }, details),
  ]);
  return Object.fromEntries(makers) as { readonly [K in keyof P]: (details?: Record<string, unknown>) => DomainError };
}

/** Puts values in place of `{name}`. Lists are joined by commas; a name without a value stays visible as `{name}`. */
export function fill(template: string, values: Record<string, unknown>): string {
  return template.replace(/\{([\w.-]+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? inWords(values[name], placeholder) : placeholder,
  );
}

function inWords(value: unknown, placeholder: string): string {
  if (value === undefined || value === null) return placeholder;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => inWords(item, '')).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
