import type { Words } from '@qi/kernel';

/** When one dated standard is in force. Dates are business dates; `endsOn` is the last day in force. */
export interface StandardFact {
  /** Canonical number with its year: `GB/T 14747-2025`. */
  readonly number: string;
  /** Canonical number without year: `GB/T 14747`. */
  readonly family: string;
  readonly title: Words;
  readonly mandatory: boolean;
  readonly inForceFrom?: string;
  readonly endsOn?: string;
  /** Canonical numbers of what takes its place, perhaps of another family. */
  readonly successors: readonly string[];
}

/** The look-up that gates use; see `standardCurrency`. */
export interface StandardCurrency {
  find(number: string): StandardFact | undefined;
  ofFamily(family: string): readonly StandardFact[];
  /** The edition of the family in force on that day, the newest if several are. */
  inForce(family: string, on: string): StandardFact | undefined;
  /** What stands in its place on that day, following replacements; the successors themselves if none is in force yet. */
  successorsOn(number: string, on: string): readonly StandardFact[];
  /** The standards that name this number as their successor. */
  predecessors(number: string): readonly StandardFact[];
}
