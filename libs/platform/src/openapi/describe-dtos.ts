import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';

type Described = Record<string, unknown>;

interface Constraint {
  readonly propertyName: string;
  readonly type: string;
  readonly name?: string;
  readonly constraints?: readonly unknown[];
  readonly each?: boolean;
}

interface Storage {
  readonly validationMetadatas: ReadonlyMap<CallableFunction, readonly Constraint[]>;
}

/** Swagger's own metadata key of a property. */
const PROPERTY = 'swagger/apiModelProperties';
const OPTIONAL = 'conditionalValidation';

const SCHEMA_OF: Readonly<Record<string, (args: readonly unknown[]) => Described>> = {
  isString: () => ({ type: String }),
  isNumber: () => ({ type: Number }),
  isInt: () => ({ type: 'integer' }),
  isBoolean: () => ({ type: Boolean }),
  isObject: () => ({ type: 'object', additionalProperties: true }),
  isEmail: () => ({ type: String, format: 'email' }),
  isUrl: () => ({ type: String, format: 'uri' }),
  isUuid: () => ({ type: String, format: 'uuid' }),
  isDateString: () => ({ type: String, format: 'date-time' }),
  isISO8601: () => ({ type: String, format: 'date-time' }),
  isIn: ([values]) => ({ enum: values }),
  matches: ([pattern]) => ({ type: String, pattern: pattern instanceof RegExp ? pattern.source : String(pattern) }),
  min: ([minimum]) => ({ minimum }),
  max: ([maximum]) => ({ maximum }),
  minLength: ([minLength]) => ({ minLength }),
  maxLength: ([maxLength]) => ({ maxLength }),
  isLength: ([minLength, maxLength]) => ({ minLength, maxLength }),
  arrayMinSize: ([minItems]) => ({ minItems }),
  arrayNotEmpty: () => ({ minItems: 1 }),
  arrayMaxSize: ([maxItems]) => ({ maxItems }),
};

let done = 0;

/**
 * Gives every DTO property that class-validator checks its place in the OpenAPI document: what the constraints say, under
 * what `@ApiProperty` says. A property is optional when `@IsOptional` says so: written once, true in both places.
 */
export function describeDtos(): void {
  const { validationMetadatas } = getMetadataStorage() as unknown as Storage;
  if (validationMetadatas.size === done) return;
  done = validationMetadatas.size;
  for (const [dto, constraints] of validationMetadatas) {
    for (const property of new Set(constraints.map(({ propertyName }) => propertyName))) {
      const own = constraints.filter(({ propertyName }) => propertyName === property);
      describe(dto.prototype as object, property, own);
    }
  }
}

function describe(prototype: object, property: string, constraints: readonly Constraint[]): void {
  const given = (Reflect.getMetadata(PROPERTY, prototype, property) ?? {}) as Described;
  const derived = Object.assign({}, ...constraints.map(schemaOf)) as Described;
  const each = constraints.some((constraint) => constraint.each);
  const optional = constraints.some(({ type }) => type === OPTIONAL);
  const options = {
    ...(Object.keys(given).length === 0 && each && derived['type'] !== undefined ? { isArray: true } : {}),
    ...derived,
    ...given,
    ...(optional ? { required: false } : {}),
  };
  ApiProperty(options as ApiPropertyOptions)(prototype, property);
}

function schemaOf({ name, constraints }: Constraint): Described {
  return (name && SCHEMA_OF[name]?.(constraints ?? [])) || {};
}
