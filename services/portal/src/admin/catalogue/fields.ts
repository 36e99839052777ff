import type { Words } from '../../i18n/use-words';
import type { FieldSchema, ObjectSchema } from '../../ui/schema-fields';

export const fieldKinds = ['text', 'long-text', 'number', 'date', 'yes-no', 'choice'] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** A question of an item as its author sees it; the catalogue keeps it as JSON Schema with hints for the form. */
export interface Question {
  readonly key: string;
  readonly kind: FieldKind;
  readonly label: Words;
  readonly required: boolean;
  /** Of a number. */
  readonly unit: string;
  /** Of a choice, one a line: value, Chinese, English. */
  readonly choices: string;
}

export const noQuestion: Question = {
  ...{ key: '', kind: 'text', label: { zh: '', en: '' } },
  ...{ required: false, unit: '', choices: '' },
};

const LONG = 4000;

/** The questions of a schema, in their order. */
export function questionsOf({ properties = {}, required = [] }: ObjectSchema): Question[] {
  return Object.entries(properties)
    .sort(([, one], [, other]) => (one['x-order'] ?? 0) - (other['x-order'] ?? 0))
    .map(([key, field]) => ({
      key,
      kind: kindOf(field),
      label: field['x-label'] ?? { zh: field.title ?? key, en: field.title ?? key },
      required: required.includes(key),
      unit: field['x-unit'] ?? '',
      choices: choicesOf(field),
    }));
}

function kindOf({ type, format, enum: values, ...field }: FieldSchema): FieldKind {
  if (values) return 'choice';
  if (type === 'boolean') return 'yes-no';
  if (type === 'number' || type === 'integer') return 'number';
  if (format === 'date') return 'date';
  return field['x-widget'] === 'textarea' ? 'long-text' : 'text';
}

function choicesOf({ enum: values = [], ...field }: FieldSchema): string {
  return values
    .map((value) => {
      const words = field['x-choices']?.[String(value)];
      return [value, words?.zh, words?.en].filter(Boolean).join(' ');
    })
    .join('\n');
}

/** The schema of questions; what an author's hand did not touch in `known` stays as it was. */
export function schemaOf(questions: readonly Question[], known: ObjectSchema = {}): Record<string, unknown> {
  const properties = Object.fromEntries(
    questions.map((question, index) => [
      question.key,
      { ...limitsOf(known.properties?.[question.key], question), ...schemaOfOne(question), 'x-order': index + 1 },
    ]),
  );
  const required = questions.filter((question) => question.required).map(({ key }) => key);
  return { type: 'object', additionalProperties: false, properties, required };
}

/** Limits that an earlier hand set stay while the question keeps its kind. */
function limitsOf(field: FieldSchema | undefined, { kind }: Question): Partial<FieldSchema> {
  if (!field || kindOf(field) !== kind || kind === 'choice') return {};
  const { 'x-unit': _, ...limits } = field;
  return limits;
}

function schemaOfOne({ kind, label, unit, choices }: Question): FieldSchema {
  const named = { title: label.zh, 'x-label': label, ...(kind === 'number' && unit && { 'x-unit': unit }) };
  switch (kind) {
    case 'number':
      return { type: 'number', ...named };
    case 'yes-no':
      return { type: 'boolean', ...named };
    case 'date':
      return { type: 'string', format: 'date', ...named };
    case 'choice':
      return { type: 'string', ...named, ...choicesFrom(choices) };
    case 'long-text':
      return { type: 'string', maxLength: LONG, 'x-widget': 'textarea', ...named };
    case 'text':
      return { type: 'string', maxLength: 200, ...named };
  }
}

function choicesFrom(text: string): Pick<FieldSchema, 'enum' | 'x-choices'> {
  const rows = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [value = '', zh = value, ...en] = line.split(/\s+/);
      return { value, words: { zh, en: en.join(' ') || zh } };
    });
  return {
    enum: rows.map(({ value }) => value),
    'x-choices': Object.fromEntries(rows.map(({ value, words }) => [value, words])),
  };
}
