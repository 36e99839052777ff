import type { Citation } from '@qi/contracts';
import type { Actor } from '../auth/actor';

/** What a service asks its own tables: its rows that cite a standard, as far as the actor may see them. */
export abstract class Citing {
  abstract of(standard: string, actor: Actor): Promise<Citation[]>;
}

/** One of those who hold most, with how many rows all hold together. */
export type Holding = Citation['holders'][number] & { readonly total: number };

export function citationOf(kind: Citation['kind'], rows: readonly Holding[]): Citation {
  return { kind, count: rows[0]?.total ?? 0, holders: rows.map(({ id, name, count }) => ({ id, name, count })) };
}
