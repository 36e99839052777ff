import type { Words } from '@qi/kernel';

/** What is wrong with one field of a row, and what it said. */
export interface FieldFault {
  readonly field: string;
  readonly value: string;
  readonly words: Words;
}

export function faultOf(field: string, value: string, said: Words): FieldFault {
  return { field, value: value.slice(0, 200), words: said };
}
