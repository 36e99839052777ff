import { parseStandardNumber } from '@qi/kernel';

/** A published method, read: `GB 6675.2-2014 5.8,5.9` is GB 6675.2-2014 with two clauses. */
export interface Method {
  readonly standard: string;
  readonly family: string;
  readonly year: number | null;
  readonly clauses: string[];
}

/** Undefined for what is no standard number: `暂无`, a house method without a number, several numbers in one cell. */
export function readMethod(published: string): Method | undefined {
  const number = parseStandardNumber(published);
  if (!number) return undefined;
  const { canonical, family, year, clauses } = number;
  return { standard: canonical, family, year: year ?? null, clauses: [...(clauses ?? [])] };
}
