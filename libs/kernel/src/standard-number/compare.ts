import type { StandardNumber } from './standard-number';

/** The same document in any edition: prefix, number and part agree. GB and GB/T never do. */
export function sameFamily(a: StandardNumber, b: StandardNumber): boolean {
  return a.family === b.family;
}

/** The same edition of the same document. An undated reference is the same as nothing; clauses and confirmations do not matter. */
export function sameDated(a: StandardNumber, b: StandardNumber): boolean {
  return (
    sameFamily(a, b) &&
    a.year !== undefined &&
    a.year === b.year &&
    a.edition === b.edition &&
    a.amendment === b.amendment
  );
}

/** Whether `reference` is undated and so stands for any edition of the document, `cited` among them, that is in force. */
export function coversUndated(reference: StandardNumber, cited: StandardNumber): boolean {
  return reference.year === undefined && sameFamily(reference, cited);
}

/** Order for lists: prefix, number, part as numbers, then older before newer with undated first. */
export function compareStandardNumbers(a: StandardNumber, b: StandardNumber): number {
  return (
    natural.compare(a.family, b.family) ||
    (a.year ?? 0) - (b.year ?? 0) ||
    natural.compare(a.canonical, b.canonical) ||
    Number(a.canonical > b.canonical) - Number(a.canonical < b.canonical)
  );
}

const natural = new Intl.Collator('en', { numeric: true });
