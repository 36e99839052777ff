import type { Words } from '@qi/kernel';

/** Judges a value; the words say what is wrong with it, undefined that it is right. */
export type Judge = (value: unknown, args: readonly unknown[]) => Words | undefined;

const judges = new Map<string, Judge>();

/** Registers a check of our own, so that the same function decides and explains. */
export function registerJudge(name: string, judge: Judge): void {
  judges.set(name, judge);
}

/** The text of a check of our own; for `each` the first item that fails speaks. */
export function ownWords(name: string, value: unknown, args: readonly unknown[]): Words | undefined {
  const judge = judges.get(name);
  if (!judge) return undefined;
  const direct = judge(value, args);
  if (!Array.isArray(value)) return direct;
  for (const item of value) {
    const words = judge(item, args);
    if (words) return words;
  }
  return direct;
}
