import { HttpProblem } from '../problems/http-problem';
import { decodeCursor, encodeCursor, pageOf } from './paging';

describe('paging', () => {
  it('has a next page only when there is a row too many', () => {
    const rows = [1, 2, 3].map((id) => ({ id }));
    expect(pageOf(rows, 3, ({ id }) => [id])).toEqual({ items: rows });
    const page = pageOf(rows, 2, ({ id }) => [id]);
    expect(page.items).toEqual([{ id: 1 }, { id: 2 }]);
    expect(decodeCursor(page.next ?? '', 1)).toEqual([2]);
    expect(pageOf([], 2, () => [])).toEqual({ items: [] });
  });

  it('keeps every kind of sort value', () => {
    const values = ['平湖', 0, null, true];
    expect(decodeCursor(encodeCursor(values), 4)).toEqual(values);
  });

  it.each([
    ['nothing', ''],
    ['no base64', '***'],
    ['no JSON', Buffer.from('[1').toString('base64url')],
    ['no list', Buffer.from('{"0":1,"length":1}').toString('base64url')],
    ['too many values', encodeCursor([1, 2])],
    ['an object for a value', Buffer.from('[{}]').toString('base64url')],
    ['a text that cannot be stored', Buffer.from('["\\u0000"]').toString('base64url')],
  ])('refuses %s as a cursor with 400', (_, cursor) => {
    const decode = (): unknown => decodeCursor(cursor, 1);
    expect(decode).toThrow(HttpProblem);
    expect(decode).toThrow('request/invalid');
  });
});
