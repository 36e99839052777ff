import type { Fault } from '../problems/http-problem';

/** Swagger's own metadata key of a property. */
const PROPERTY = 'swagger/apiModelProperties';

const words = { zh: '不能为 null；可以省略', en: 'must not be null; it may be left out' };

/**
 * Null where a field may only be absent: class-validator's `IsOptional`, and every field of a `PartialType`, let it
 * through to columns that refuse it. A field that takes null says so in its `@ApiProperty({ nullable: true })`, and the
 * OpenAPI document with it.
 */
export function nullFaults(dto: object, above = ''): Fault[] {
  return Object.entries(dto).flatMap(([name, value]: [string, unknown]) => {
    const pointer = `${above}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (value === null) return takesNull(dto, name) ? [] : [{ pointer, words }];
    if (Array.isArray(value))
      return value.flatMap((item, at) => (isDto(item) ? nullFaults(item, `${pointer}/${at}`) : []));
    return isDto(value) ? nullFaults(value, pointer) : [];
  });
}

function takesNull(dto: object, name: string): boolean {
  const { nullable } = Object(Reflect.getMetadata(PROPERTY, dto, name)) as { nullable?: unknown };
  return nullable === true;
}

/** Free content, such as a form's answers, stays a plain object and may hold what it likes. */
function isDto(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== Object.prototype && prototype !== null;
}
