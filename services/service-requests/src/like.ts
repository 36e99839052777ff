/** A LIKE pattern for texts that hold what was typed, which may hold the pattern's own signs. */
export function containing(typed: string): string {
  return `%${escaped(typed)}%`;
}

export function beginningWith(typed: string): string {
  return `${escaped(typed)}%`;
}

function escaped(typed: string): string {
  return typed.trim().replace(/[\\%_]/g, '\\$&');
}
