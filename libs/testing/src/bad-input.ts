import { newId } from '@qi/kernel';
import type { Actor } from '@qi/platform';
import type { TestService } from './test-service';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: unknown;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const deep = (levels: number): string => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);
const values = [null, -1, 1e308, '', '\u0000', '\ud800', 'x'.repeat(3000), '9999-99-99', [], [null], {}, [{}], true];

const bodies = ['', '{', '[]', 'null', '"text"', '{"__proto__":{"a":1}}', '{"unknown":1}', deep(200)];
const oddTexts = ['', 'x', '%00', '-1', '9'.repeat(40)];
const queries = [
  '',
  '?limit=-1',
  '?limit=x&after=%00',
  '?after=bnVsbA',
  '?after=WyJ4Il0',
  '?unknown=1',
  '?limit=1&limit=2',
];

/** A body that an endpoint takes, to be spoilt field by field: `['POST /api/…', body]`. */
export type Sample = readonly [endpoint: string, body: object];

/**
 * Calls every endpoint of the service's own OpenAPI document with bodies, queries and ids that nobody should send, and
 * the samples' endpoints with each field spoilt. Gives what was answered with 500 or above: a list that has to be empty.
 */
export async function badInput({ http }: TestService, as: Actor, samples: readonly Sample[] = []): Promise<string[]> {
  const { body } = await http.get<Document>('/openapi.json');
  const faults: string[] = [];
  for (const [endpoint, sent] of [...spoilt(samples), ...attempts(body)]) {
    const [method = '', path = ''] = endpoint.split(' ');
    const headers = { 'if-match': '"1"', 'content-type': 'application/json' };
    const { status } = await http.call(method, path, sent, { as, headers });
    if (status >= 500) faults.push(`${endpoint} ${String(sent).slice(0, 300)} → ${status}`);
  }
  return faults;
}

type Attempt = readonly [endpoint: string, body: string | undefined];

function attempts({ paths }: Document): Attempt[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) =>
      ofOperation(`${method.toUpperCase()} ${path}`, operation),
    ),
  );
}

function ofOperation(endpoint: string, { parameters = [], requestBody }: Operation): Attempt[] {
  const known = endpoint.replace(/\{\w+\}/g, newId());
  const unknown: Attempt = [endpoint.replace(/\{\w+\}/g, '%F0%9F%98%80'), '{}'];
  if (requestBody !== undefined) return [unknown, ...bodies.map((sent): Attempt => [known, sent])];
  const names = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const odd = names.flatMap((name) => oddTexts.map((value) => `?${name}=${value}`));
  return [...queries, ...odd].map((query): Attempt => [known + query, undefined]);
}

/** Each sample once per field and value, also the fields of the objects in its lists. */
function spoilt(samples: readonly Sample[]): Attempt[] {
  return samples.flatMap(([endpoint, body]) =>
    everyField(body).flatMap((field) =>
      values.map((value): Attempt => [endpoint, JSON.stringify(put(body, field, value))]),
    ),
  );
}

function everyField(body: object, above: readonly string[] = []): (readonly string[])[] {
  return Object.entries(body).flatMap(([name, value]) => {
    const field = [...above, name];
    return typeof value === 'object' && value !== null ? [field, ...everyField(value as object, field)] : [field];
  });
}

function put(body: object, [name = '', ...rest]: readonly string[], value: unknown): object {
  const inner = rest.length === 0 ? value : put((body as Record<string, object>)[name] ?? {}, rest, value);
  return Array.isArray(body)
    ? body.map((item: unknown, at) => (String(at) === name ? inner : item))
    : { ...body, [name]: inner };
}
