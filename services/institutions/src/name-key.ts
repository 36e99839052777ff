/** The name as it is kept and shown: NFKC, one blank where several stood. */
export function tidyName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ');
}

/** The form in which names are compared: without case and blanks. Exact names only; synonyms are another matter. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
