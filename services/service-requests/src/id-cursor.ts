import { isId } from '@qi/kernel';
import { decodeCursor, encodeCursor } from '@qi/platform';

/** The id in the cursor of a list that is ordered by id alone; a cursor made by hand is refused like an unreadable one. */
export function idAfter(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  return isId(id) ? id : idAfter(encodeCursor([]));
}
