import { nameKey } from '@qi/kernel';
import { remember } from './remember';

const EVERY_PARAMETER: ReadonlySet<string> = new Set(['*', '全部参数', '全部项目', '全项目', 'all parameters']);

/** Asked for the same names over and over while candidates are judged. */
export const normalName = remember(nameKey);

/** Exact names only: a likeness is a suggestion to a person, never a route. */
export function isNamed(wanted: string, name: string, otherNames: readonly string[] = []): boolean {
  const normal = normalName(wanted);
  return normalName(name) === normal || otherNames.some((other) => normalName(other) === normal);
}

export function coversEveryParameter(parameter: string): boolean {
  return EVERY_PARAMETER.has(parameter.trim().toLowerCase());
}
