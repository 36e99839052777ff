import { ApiPropertyOptional } from '@nestjs/swagger';
import { isId } from '@qi/kernel';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { invalidRequest } from '../problems/http-problem';
import { isBusinessDate, isInstant } from '../validation/dates';
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

/** What a sort value has to be, so that the database can compare with it. */
export type CursorPart = 'id' | 'number' | 'date' | 'instant' | 'text';

/** A page from up to `limit + 1` rows: the row too many only says that there is a next page. */
export function pageOf<T>(rows: readonly T[], limit: number, cursorOf: (last: T) => readonly string[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: encodeCursor(cursorOf(last)) } : { items };
}

/** The sort values of a row as an opaque text. */
export function encodeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The sort values again; a cursor that was not made by `encodeCursor` of such values is a 400. */
export function decodeCursor<const P extends readonly CursorPart[]>(
  after: string,
  ...parts: P
): { [I in keyof P]: string } {
  const values = parse(after);
  const sound =
    Array.isArray(values) && values.length === parts.length && parts.every((part, i) => is(part, values[i]));
  if (sound) return values as { [I in keyof P]: string };
  throw invalidRequest([{ pointer: '/after', in: 'query', words: { zh: '不是有效的游标', en: 'is not a cursor' } }]);
}

function parse(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

const CHECKS: Readonly<Record<CursorPart, (text: string) => boolean>> = {
  id: isId,
  number: (text) => /^\d{1,18}$/.test(text),
  date: isBusinessDate,
  instant: isInstant,
  text: isSoundText,
};

/** A forged cursor must not bring what the database refuses. */
function is(part: CursorPart, value: unknown): boolean {
  return typeof value === 'string' && CHECKS[part](value);
}
