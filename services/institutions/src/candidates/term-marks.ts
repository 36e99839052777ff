import type { ImageTerm } from './register-image';

/** The term stands. */
export const ACTIVE = 1;
/** More is known of it than stands in the columns: it covers some clauses only, under a limit, with known equipment. */
export const CLAUSES = 2;
export const LIMITED = 4;
export const EQUIPPED = 8;

export function marksOf([, , status, , , , limitNote, clauses, equipmentTo]: ImageTerm): number {
  return (
    (status === 'active' ? ACTIVE : 0) |
    (clauses === null ? 0 : CLAUSES) |
    (limitNote === null ? 0 : LIMITED) |
    (equipmentTo ? EQUIPPED : 0)
  );
}
