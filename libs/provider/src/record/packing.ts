import { remember } from '../routing/remember';

/**
 * JSON in fewer bytes, still JSON: an object is an array headed by its shape, a list an array headed by 0; a shape is
 * written out once and named by its number after that, a text once and then by `~` and its number, an object without
 * objects in it once and then by a negative number alone; a UUID is `_` and its 22 characters of base64url. A key that is
 * one of `words` is its place among them; whoever unpacks must know the same words, so they are only ever added to at the
 * end. `unpack(pack(value))` is the value again, but for keys whose value is undefined.
 */
export type Packed = null | boolean | number | string | readonly Packed[];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** A shorter text costs no more than its number. */
const WORTH_A_NUMBER = 4;

/** The same few lists of words come with every value. */
const placesOf = remember((words: readonly string[]) => new Map(words.map((word, place) => [word, place])));
const NO_WORDS: readonly string[] = [];

export function pack(value: unknown, words = NO_WORDS): Packed {
  const places = placesOf(words);
  const texts = new Map<string, number>();
  const shapes = new Map<string, number>();
  const leaves = new Map<string, number>();

  function packText(text: string): string {
    if (text.length < WORTH_A_NUMBER) return marked(text);
    const before = texts.get(text);
    if (before !== undefined) return `~${before.toString(36)}`;
    texts.set(text, texts.size);
    return UUID.test(text) ? `_${Buffer.from(text.replaceAll('-', ''), 'hex').toString('base64url')}` : marked(text);
  }

  function packObject(object: Record<string, unknown>): Packed[] {
    if (!isLeaf(object)) return packShaped(object);
    const text = JSON.stringify(object);
    const before = leaves.get(text);
    if (before !== undefined) return [-before];
    leaves.set(text, leaves.size + 1);
    return packShaped(object);
  }

  function packShaped(object: Record<string, unknown>): Packed[] {
    const keys = Object.keys(object).filter((key) => object[key] !== undefined);
    const shape = keys.join('\n');
    const number = shapes.get(shape);
    if (number === undefined) shapes.set(shape, shapes.size + 1);
    return [number ?? keys.map((key) => places.get(key) ?? key), ...keys.map((key) => packAny(object[key]))];
  }

  function packAny(any: unknown): Packed {
    if (typeof any === 'string') return packText(any);
    if (Array.isArray(any)) return [0, ...any.map(packAny)];
    if (typeof any === 'object' && any !== null) return packObject(any as Record<string, unknown>);
    return any as Packed;
  }

  return packAny(value);
}

export function unpack(packed: Packed, words = NO_WORDS): unknown {
  const texts: string[] = [];
  const shapes: (readonly string[])[] = [];
  const leaves: object[] = [];

  function unpackText(text: string): string {
    if (text.startsWith('~')) return texts[parseInt(text.slice(1), 36)] ?? '';
    const plain = text.startsWith('_') ? uuidOf(text.slice(1)) : text.replace(/^\^/, '');
    if (plain.length >= WORTH_A_NUMBER) texts.push(plain);
    return plain;
  }

  const wordOf = (key: number | string): string => (typeof key === 'string' ? key : (words[key] ?? ''));

  function unpackArray([head, ...values]: readonly Packed[]): unknown {
    if (head === 0) return values.map(unpackAny);
    if (typeof head === 'number' && head < 0) return leaves[-head - 1];
    if (Array.isArray(head)) shapes.push(head.map((key: number | string) => wordOf(key)));
    const keys = typeof head === 'number' ? shapes[head - 1] : shapes.at(-1);
    const object = Object.fromEntries((keys ?? []).map((key, i) => [key, unpackAny(values[i] ?? null)]));
    if (isLeaf(object)) leaves.push(object);
    return object;
  }

  function unpackAny(any: Packed): unknown {
    if (typeof any === 'string') return unpackText(any);
    return Array.isArray(any) ? unpackArray(any as readonly Packed[]) : any;
  }

  return unpackAny(packed);
}

/** Without objects in it: lists of texts or numbers at most. */
function isLeaf(object: Record<string, unknown>): boolean {
  return Object.values(object).every(
    (value) =>
      typeof value !== 'object' ||
      value === null ||
      (Array.isArray(value) && value.every((one) => typeof one !== 'object')),
  );
}

/** A text that begins like a mark is marked itself. */
function marked(text: string): string {
  return /^[~_^]/.test(text) ? `^${text}` : text;
}

function uuidOf(text: string): string {
  const hex = Buffer.from(text, 'base64url').toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
