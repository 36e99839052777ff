/** Whether PostgreSQL can keep the text: no NUL, and no lone surrogate, which has no form in UTF-8. */
export function isSoundText(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}
