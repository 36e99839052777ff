import { isId } from '@qi/kernel';
import { decodeCursor, invalidRequest } from '@qi/platform';

/** The id in the cursor of a list that is ordered by id alone; a cursor made by hand is a 400. */
export function idAfter(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (isId(id)) return id;
  throw invalidRequest([{ pointer: '/after', in: 'query', words: { zh: '不是有效的游标', en: 'is not a cursor' } }]);
}
