const LONGEST = 200;

/** A field as text, cut to 200 characters: no field of our pages needs more. Absent and repeated fields are empty. */
export function textOf(form: unknown, name: string): string {
  const value = (Object(form) as Record<string, unknown>)[name];
  return typeof value === 'string' ? [...value].slice(0, LONGEST).join('') : '';
}
