import { parseStandardNumber } from '@qi/kernel';
import { remember } from '../../remember';
import type { StandardCurrency, StandardFact } from '../../standard-fact';

/** What a firm's method reference means on a day. */
export type Method =
  | { readonly kind: 'known'; readonly standard: StandardFact }
  /** Dated, but the local copy of standards does not hold it. */
  | { readonly kind: 'unlisted'; readonly number: string; readonly family: string }
  /** Undated, and no edition is known to be in force on that day. */
  | { readonly kind: 'no-edition'; readonly family: string }
  | { readonly kind: 'unreadable'; readonly text: string }
  /** Certification by object and scheme alone. */
  | { readonly kind: 'any' };

/** A dated reference means that edition; an undated one the edition in force on the planned date (ISO/IEC Directives 2, 10.4). */
export function methodOn(reference: string, on: string, standards: StandardCurrency): Method {
  const number = readNumber(reference);
  if (!number) return { kind: 'unreadable', text: reference };
  const { family, dated } = number;
  const standard = dated === undefined ? standards.inForce(family, on) : standards.find(dated);
  if (standard) return { kind: 'known', standard };
  return dated === undefined ? { kind: 'no-edition', family } : { kind: 'unlisted', number: dated, family };
}

/** The number a line must cite to cover the method; undefined where no edition can be named. */
export function numberOf(method: Method): string | undefined {
  if (method.kind === 'known') return method.standard.number;
  return method.kind === 'unlisted' ? method.number : undefined;
}

export function textOf(method: Method): string {
  if (method.kind === 'known') return method.standard.number;
  if (method.kind === 'unlisted') return method.number;
  if (method.kind === 'any') return '*';
  return method.kind === 'no-edition' ? method.family : method.text;
}

interface ReadNumber {
  readonly family: string;
  /** Canonical number with its year; absent in an undated reference. */
  readonly dated?: string;
  readonly year?: number;
  readonly clauses: readonly string[];
}

/** Canonical number and family of a reference as written; undefined if it cannot be read. */
export const readNumber = remember((reference: string): ReadNumber | undefined => {
  const parsed = parseStandardNumber(reference);
  if (!parsed) return undefined;
  const { family, year, canonical, clauses = [] } = parsed;
  return { family, ...(year !== undefined && { dated: canonical, year }), clauses };
});

/** Whether a line reaches the clauses asked for: one without clauses is the whole standard; 4.7 holds 4.7.1. */
export function coversClauses(held: readonly string[] | undefined, reference: string): boolean {
  if (!held || held.length === 0) return true;
  const asked = readNumber(reference)?.clauses ?? [];
  return asked.every((clause) => held.some((outer) => clause === outer || clause.startsWith(`${outer}.`)));
}
