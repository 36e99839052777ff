import type { MeasuringRange } from '@qi/kernel';

/** What a pair of a demand says that a limit may touch. */
export interface Asked {
  readonly object: string;
  readonly parameter: string;
  /** Clauses and methods that the firm cites behind the standard: `第二法`, `5.8`. */
  readonly clauses: readonly string[];
  /** Ranges wanted for this parameter. */
  readonly ranges: readonly MeasuringRange[];
  /** The line holds every parameter of the method, so the one asked for is one of many. */
  readonly everyParameter: boolean;
}

/** Undefined: the rule cannot tell, a person has to. */
export type LimitVerdict = 'admits' | 'excludes' | undefined;

/** A limit that a rule has read. */
export interface Limit {
  readonly rule: string;
  /** What it names: methods, parameters or objects, clauses; or a range. */
  readonly names: readonly string[];
  readonly range?: MeasuringRange;
  judge(asked: Asked): LimitVerdict;
}

/** One phrase of the limit column. `read` answers undefined for anything that is not exactly this phrase. */
export interface LimitRule {
  readonly name: string;
  /** Where the phrase is printed. */
  readonly source: string;
  read(note: string): Limit | undefined;
}

/** `铅、镉和汞` → three names. */
export function namesIn(list: string): string[] {
  return list
    .split(/[、,，和及与]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
