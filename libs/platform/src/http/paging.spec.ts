import { newId } from '@qi/kernel';
import { HttpProblem } from '../problems/http-problem';
import { decodeCursor, encodeCursor, pageOf } from './paging';
import type { CursorPart } from './paging';

describe('paging', () => {
  it('has a next page only when there is a row too many', () => {
    const rows = ['1', '2', '3'].map((id) => ({ id }));
    expect(pageOf(rows, 3, ({ id }) => [id])).toEqual({ items: rows });
    const page = pageOf(rows, 2, ({ id }) => [id]);
    expect(page.items).toEqual([{ id: '1' }, { id: '2' }]);
    expect(decodeCursor(page.next ?? '', 'number')).toEqual(['2']);
    expect(pageOf([], 2, () => [])).toEqual({ items: [] });
  });

  it('keeps every kind of sort value', () => {
    const values = [newId(), '42', '2026-11-30', '2026-11-30T08:00:00.000Z', '平湖'];
    expect(decodeCursor(encodeCursor(values), 'id', 'number', 'date', 'instant', 'text')).toEqual(values);
  });

  it.each([
    ['nothing', ''],
    ['no base64', '***'],
    ['no JSON', Buffer.from('[1').toString('base64url')],
    ['no list', Buffer.from('{"0":1,"length":1}').toString('base64url')],
    ['too many values', encodeCursor(['1', '2'])],
    ['an object for a value', Buffer.from('[{}]').toString('base64url')],
    ['a text that cannot be stored', Buffer.from('["\\u0000"]').toString('base64url')],
  ])('refuses %s as a cursor with 400', (_, cursor) => {
    const decode = (): unknown => decodeCursor(cursor, 'text');
    expect(decode).toThrow(HttpProblem);
    expect(decode).toThrow('request/invalid');
  });

  it.each<[CursorPart, string]>([
    ['id', 'x'],
    ['number', '-1'],
    ['number', '9'.repeat(19)],
    ['date', '2026-02-30'],
    ['date', 'infinity'],
    ['instant', '2026-02-30T08:00:00Z'],
    ['instant', 'now'],
  ])('refuses, for %s, «%s»: the database would', (part, value) => {
    expect(() => decodeCursor(encodeCursor([value]), part)).toThrow('request/invalid');
  });
});
