/** Whether `error` carries this code (EEXIST, ESRCH…). No `instanceof`: Node's own errors fail it inside Jest's realm. */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
