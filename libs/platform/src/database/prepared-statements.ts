import { Client } from 'pg';

/** Longer statements carry rows in their text: no two are alike. */
const LONGEST = 4_000;
/** A statement is worth a place in every server process when it keeps coming. */
const USES = 5;
/** Each takes tens of kilobytes in each server process that has run it. */
const MOST = 200;

/** Statements by text: how often they came, or the name under which each connection prepares them. */
const seen = new Map<string, number | string>();
const MOST_SEEN = 2_000;
let named = 0;

/**
 * A connection that has the server parse and plan a statement with parameters once, not each time it comes: of a small
 * transaction that is most of the server's work. Names are the process's own, so a pooler between it and the server must
 * keep track of prepared statements (PgBouncer does from 1.21).
 */
export class PreparingClient extends Client {
  override query(...args: never[]): never {
    const [text, values] = args as unknown[];
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    const asked = name === undefined ? args : [{ name, text }, ...args.slice(1)];
    return (super.query as (...asked: unknown[]) => never).apply(this, asked);
  }
}

function nameOf(text: string): string | undefined {
  const before = seen.get(text);
  if (typeof before === 'string') return before;
  if (text.length > LONGEST || named === MOST) return undefined;
  const uses = (before ?? 0) + 1;
  if (uses > USES) {
    named += 1;
    const name = `s${named}`;
    seen.set(text, name);
    return name;
  }
  if (before === undefined && seen.size >= MOST_SEEN) forgetRare();
  seen.set(text, uses);
  return undefined;
}

function forgetRare(): void {
  for (const [text, uses] of seen) if (typeof uses === 'number') seen.delete(text);
}
