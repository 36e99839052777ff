import { fill, type Words } from '@qi/kernel';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { formats } from './formats';

/** One thing wrong with the answers. `pointer` is a JSON pointer (RFC 6901) into them; `''` is the answers as a whole. */
export interface AnswerFault {
  readonly pointer: string;
  readonly message: Words;
}

/** What a catalogue author may add for the form that shows the fields; it never judges an answer. */
const FORM_KEYWORDS = ['x-label', 'x-hint', 'x-unit', 'x-order', 'x-widget', 'x-choices'];
const MAX_FAULTS = 50;
const MAX_SCHEMA_CHARS = 64_000;
const MAX_KEPT = 500;

/** Strict: an unknown keyword or format is a typing error of the author, not something to pass over. */
const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
ajv.addVocabulary(FORM_KEYWORDS);
for (const [name, judge] of Object.entries(formats)) ajv.addFormat(name, judge);

/** Compiling costs milliseconds. By text, since rows bring a new object each time; by object where it is the same one. */
const compiled = new Map<string, ValidateFunction>();
const compiledOf = new WeakMap<object, ValidateFunction>();

/**
 * Whether a catalogue entry may be saved with these fields: an object schema that names every field it allows, compiles
 * in ajv's strict mode and stands on its own. Answers what is wrong, in ajv's words, or undefined.
 */
export function schemaFault(schema: Record<string, unknown>): string | undefined {
  const text = JSON.stringify(schema);
  if (text.length > MAX_SCHEMA_CHARS) return `longer than ${MAX_SCHEMA_CHARS} characters`;
  if (schema['type'] !== 'object') return 'the root must have "type": "object"';
  if (schema['additionalProperties'] !== false) return 'the root must have "additionalProperties": false';
  if (/"\$(id|async|dynamicRef|dynamicAnchor|anchor)":/.test(text)) return '$id, $async and anchors are not supported';
  if (/"\$ref":"[^#]/.test(text)) return '$ref may only point into the schema itself';
  try {
    compile(schema, text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 500) : String(error);
  }
}

/** Every fault of the answers against the item's fields, at most fifty; none when they are complete and sound. */
export function answersFaults(schema: Record<string, unknown>, answers: unknown): AnswerFault[] {
  const validate = compiledOf.get(schema) ?? compiledFor(schema);
  if (validate(answers)) return [];
  const errors = validate.errors ?? [];
  return errors
    .filter(({ keyword }) => keyword !== 'if')
    .slice(0, MAX_FAULTS)
    .map((error) => ({ pointer: pointerOf(error), message: messageOf(error) }));
}

function compiledFor(schema: Record<string, unknown>): ValidateFunction {
  const text = JSON.stringify(schema);
  const validate = compiled.get(text) ?? compile(schema, text);
  compiledOf.set(schema, validate);
  return validate;
}

function compile(schema: Record<string, unknown>, text: string): ValidateFunction {
  const validate = ajv.compile(schema);
  // ajv would keep every schema object for ever; the compiled function lives without it.
  ajv.removeSchema(schema);
  if (compiled.size >= MAX_KEPT) compiled.clear();
  compiled.set(text, validate);
  return validate;
}

function pointerOf({ instancePath, params }: ErrorObject): string {
  const { missingProperty, additionalProperty } = params as Record<string, unknown>;
  const name = missingProperty ?? additionalProperty;
  if (typeof name !== 'string') return instancePath;
  return `${instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

const MESSAGES: Readonly<Record<string, Words>> = {
  required: { zh: '必填', en: 'is required' },
  additionalProperties: { zh: '该事项没有此字段', en: 'is not a field of this item' },
  type: { zh: '类型须为 {type}', en: 'must be of type {type}' },
  enum: { zh: '须为其中之一：{allowedValues}', en: 'must be one of {allowedValues}' },
  const: { zh: '须为 {allowedValue}', en: 'must be {allowedValue}' },
  minimum: { zh: '须 {comparison} {limit}', en: 'must be {comparison} {limit}' },
  maximum: { zh: '须 {comparison} {limit}', en: 'must be {comparison} {limit}' },
  exclusiveMinimum: { zh: '须 {comparison} {limit}', en: 'must be {comparison} {limit}' },
  exclusiveMaximum: { zh: '须 {comparison} {limit}', en: 'must be {comparison} {limit}' },
  multipleOf: { zh: '须为 {multipleOf} 的倍数', en: 'must be a multiple of {multipleOf}' },
  minLength: { zh: '至少 {limit} 个字符', en: 'must have at least {limit} characters' },
  maxLength: { zh: '至多 {limit} 个字符', en: 'must have at most {limit} characters' },
  minItems: { zh: '至少 {limit} 项', en: 'must have at least {limit} entries' },
  maxItems: { zh: '至多 {limit} 项', en: 'must have at most {limit} entries' },
  uniqueItems: { zh: '第 {i} 项与第 {j} 项重复', en: 'entries {i} and {j} are the same' },
  minProperties: { zh: '至少 {limit} 个字段', en: 'must have at least {limit} fields' },
  pattern: { zh: '格式须符合 {pattern}', en: 'must match {pattern}' },
};

const FORMAT_MESSAGES: Readonly<Record<string, Words>> = {
  date: { zh: '须为 YYYY-MM-DD 格式的日期', en: 'must be a date, YYYY-MM-DD' },
  decimal: { zh: '须为十进制数', en: 'must be a decimal number' },
  'standard-number': { zh: '无法识别的标准编号', en: 'is not a standard number that can be read' },
  uscc: { zh: '不是有效的统一社会信用代码', en: 'is not a valid unified social credit code' },
};

function messageOf({ keyword, params, message }: ErrorObject): Words {
  const values = params as Record<string, unknown>;
  const words = keyword === 'format' ? FORMAT_MESSAGES[String(values['format'])] : MESSAGES[keyword];
  if (!words) return { zh: `不符合要求（${keyword}）`, en: message ?? `does not satisfy ${keyword}` };
  return { zh: fill(words.zh, values), en: fill(words.en, values) };
}
