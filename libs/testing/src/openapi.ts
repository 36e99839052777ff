import { newId } from '@qi/kernel';

/** As much of an OpenAPI document as tests that walk it need. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly example?: unknown;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Described {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  /** The smallest body that fits its schema, a new one each time; undefined where it takes none. */
  body(): unknown;
}

export function operationsOf(document: OpenApiDocument): Operation[] {
  const schemas = document.components?.schemas ?? {};
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, requestBody }]) => {
      const { 'application/json': json, 'multipart/form-data': form } = requestBody?.content ?? {};
      const body = () =>
        form ? formOf(sampleOf(form.schema, schemas)) : json ? sampleOf(json.schema, schemas) : undefined;
      return { id: operationId, method: method.toUpperCase(), path, body };
    }),
  );
}

function formOf(sample: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(sample as Readonly<Record<string, string | Blob>>))
    if (value instanceof Blob) form.set(name, value, 'sample.pdf');
    else form.set(name, value);
  return form;
}

type Schemas = Readonly<Record<string, Schema>>;

const texts: Readonly<Record<string, () => string>> = {
  uuid: newId,
  date: () => '2026-12-01',
  'date-time': () => '2026-12-01T02:00:00Z',
  email: () => 'someone@example.org',
};

function sampleOf(schema: Schema, schemas: Schemas): unknown {
  if (schema.$ref !== undefined) return sampleOf(schemas[schema.$ref.split('/').pop() ?? ''] ?? {}, schemas);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, schemas))) as object;
  if (schema.enum) return schema.enum[0];
  const { type = 'object' } = schema;
  return (samples[type] ?? (() => undefined))(schema, schemas);
}

const samples: Readonly<Record<string, (schema: Schema, schemas: Schemas) => unknown>> = {
  object: ({ required = [], properties = {} }, schemas) =>
    Object.fromEntries(required.map((name) => [name, sampleOf(properties[name] ?? {}, schemas)])),
  array: ({ items = {}, minItems = 0 }, schemas) => Array.from({ length: minItems }, () => sampleOf(items, schemas)),
  string: ({ format = '', example, minLength = 0 }) =>
    (format === 'binary' ? new Blob(['%PDF-1.7\n%%EOF\n']) : texts[format]?.()) ??
    (typeof example === 'string' ? example : 'x'.repeat(Math.max(minLength, 1))),
  integer: ({ minimum = 1 }) => minimum,
  number: ({ minimum = 1 }) => minimum,
  boolean: () => false,
};
