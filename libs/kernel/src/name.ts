/** A name as it is kept and shown: NFKC, one blank where several stood. */
export function tidyName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ');
}

/**
 * The form in which names are compared: full-width forms, case and blanks do not tell them apart. Exact names only: a
 * likeness is a suggestion to a person, never a route.
 */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
