/** The part of JSON Schema that event data use. */
interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  const?: unknown;
  patternProperties?: Record<string, Schema>;
  [keyword: string]: unknown;
}

const structural = new Set(['properties', 'required', 'items', 'anyOf', 'patternProperties']);

/**
 * What makes `after` another contract than `before`, as `pointer: reason`; empty when only optional fields were added.
 * A reader of the old version must be able to read every message of the new one, and the other way round.
 */
export function incompatibilities(before: object, after: object, pointer = ''): string[] {
  const [old, next] = [before as Schema, after as Schema];
  return [
    ...keywordFaults(old, next, pointer),
    ...propertyFaults(old, next, pointer),
    ...nested(old.items, next.items, `${pointer}/items`),
    ...alternativeFaults(old, next, pointer),
    ...Object.entries(old.patternProperties ?? {}).flatMap(([pattern, schema]) =>
      nested(schema, next.patternProperties?.[pattern], `${pointer}/*`),
    ),
  ];
}

function nested(before: Schema | undefined, after: Schema | undefined, pointer: string): string[] {
  if (!before && !after) return [];
  if (!before || !after) return [`${pointer}: ${before ? 'removed' : 'added'}`];
  return incompatibilities(before, after, pointer);
}

function keywordFaults(before: Schema, after: Schema, pointer: string): string[] {
  const keywords = new Set([...Object.keys(before), ...Object.keys(after)].filter((word) => !structural.has(word)));
  return [...keywords]
    .filter((word) => JSON.stringify(before[word]) !== JSON.stringify(after[word]))
    .map(
      (word) =>
        `${pointer || '/'}: ${word} changed from ${JSON.stringify(before[word])} to ${JSON.stringify(after[word])}`,
    );
}

function propertyFaults(before: Schema, after: Schema, pointer: string): string[] {
  const [known, now] = [before.properties ?? {}, after.properties ?? {}];
  const faults = Object.entries(known).flatMap(([name, schema]) => {
    const next = now[name];
    return next ? incompatibilities(schema, next, `${pointer}/${name}`) : [`${pointer}/${name}: removed`];
  });
  return [...faults, ...requirementFaults(before, after, pointer)];
}

function requirementFaults(before: Schema, after: Schema, pointer: string): string[] {
  const [was, is] = [new Set(before.required), new Set(after.required)];
  const became = [...is].filter((name) => !was.has(name)).map((name) => `${pointer}/${name}: became required`);
  const ceased = [...was].filter((name) => !is.has(name) && after.properties?.[name]);
  return [...became, ...ceased.map((name) => `${pointer}/${name}: became optional`)];
}

/** A new alternative (an enum value, say) is something an old reader has never seen. */
function alternativeFaults(before: Schema, after: Schema, pointer: string): string[] {
  if (!before.anyOf && !after.anyOf) return [];
  const [was, is] = [before.anyOf ?? [], after.anyOf ?? []].map((list) => list.map((entry) => JSON.stringify(entry)));
  return [
    ...was!.filter((entry) => !is!.includes(entry)).map((entry) => `${pointer}: alternative ${entry} removed`),
    ...is!.filter((entry) => !was!.includes(entry)).map((entry) => `${pointer}: alternative ${entry} added`),
  ];
}
