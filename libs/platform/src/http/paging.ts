import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { invalidRequest } from '../problems/http-problem';
import { isSoundText } from '../validation/sound-text';

export const PAGE_LIMIT = 200;

/** Query of every list: at most `limit` items, those after the cursor of the page before. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: PAGE_LIMIT, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_LIMIT)
  limit: number = 50;

  @ApiPropertyOptional({ description: 'opaque: `next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  after?: string;
}

export interface Page<T> {
  readonly items: T[];
  /** Cursor of the next page; absent on the last one. */
  readonly next?: string;
}

export type CursorValue = string | number | boolean | null;

/** A page from up to `limit + 1` rows: the row too many only says that there is a next page. */
export function pageOf<T>(rows: readonly T[], limit: number, cursorOf: (last: T) => readonly CursorValue[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: encodeCursor(cursorOf(last)) } : { items };
}

/** The sort values of a row as an opaque text. */
export function encodeCursor(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The sort values again; a cursor that was not made by `encodeCursor` with as many values is a 400. */
export function decodeCursor(after: string, length: number): CursorValue[] {
  const values = parse(after);
  if (Array.isArray(values) && values.length === length && values.every(isCursorValue)) return values;
  throw invalidRequest([{ pointer: '/after', in: 'query', words: { zh: '不是有效的游标', en: 'is not a cursor' } }]);
}

function parse(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A forged cursor must not bring a text that the database refuses. */
function isCursorValue(value: unknown): value is CursorValue {
  return (
    value === null ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    (typeof value === 'string' && isSoundText(value))
  );
}
