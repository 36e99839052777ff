import type { DemandKeys } from './demand-keys';
import type { RegisterColumns } from './register-columns';
import type { HeldLine } from './register-image';

/** Institutions looked at when nobody has the object: enough to name who holds the standard. */
const STRANGERS = 50;

export interface WorthJudging {
  /** Ids in their order, which is the same in every process. */
  readonly institutions: readonly string[];
  /** Their lines that concern the demand. */
  readonly lines: ReadonlyMap<string, readonly HeldLine[]>;
}

/** Everyone who holds the object by any standard near those asked for; if nobody does, some who hold them for another. */
export function worthJudging(columns: RegisterColumns, { families, objectKeys }: DemandKeys): WorthJudging {
  const own = holdersOf(columns, objectKeys);
  if (own.length > 0) return linesOf(columns, own, objectKeys);
  const keys = families.flatMap((family) => columns.keys.ofAnyObject(family));
  return linesOf(columns, holdersOf(columns, keys).slice(0, STRANGERS), keys);
}

function linesOf(columns: RegisterColumns, institutions: readonly string[], keys: readonly number[]): WorthJudging {
  const numbers = institutions.map((id) => columns.institutionNumber(id));
  return { institutions, lines: columns.linesOf(numbers, keys) };
}

function holdersOf(columns: RegisterColumns, keys: readonly number[]): string[] {
  const numbers = new Set<number>();
  for (const key of keys) {
    for (const term of columns.held(key)) numbers.add(columns.institutionOf[columns.siteOf[term] ?? 0] ?? 0);
  }
  return [...numbers].map((number) => columns.ids[number] ?? '').sort();
}
