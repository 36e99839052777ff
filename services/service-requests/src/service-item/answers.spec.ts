import { answersFaults, schemaFault } from './answers';

const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['model', 'standards'],
  properties: {
    model: { type: 'string', minLength: 1, maxLength: 40, 'x-label': { zh: '型号', en: 'Model' } },
    standards: { type: 'array', minItems: 1, items: { type: 'string', format: 'standard-number' } },
    quantity: { type: 'integer', minimum: 1 },
    delivery: { enum: ['courier', 'pick-up'] },
    madeOn: { type: 'string', format: 'date' },
    'a/b': { type: 'boolean' },
  },
};

const pointers = (answers: unknown) => answersFaults(schema, answers).map(({ pointer }) => pointer);

describe('schemaFault', () => {
  it('passes an object schema that names its fields, with labels for the form', () => {
    expect(schemaFault(schema)).toBeUndefined();
  });

  it.each([
    [{ type: 'array' }, 'root'],
    [{ type: 'object' }, 'additionalProperties'],
    [{ ...schema, properties: { a: { type: 'strin' } } }, 'invalid'],
    [{ ...schema, properties: { a: { type: 'string', maxlength: 3 } } }, 'maxlength'],
    [{ ...schema, properties: { a: { type: 'string', format: 'colour' } } }, 'colour'],
    [{ ...schema, properties: { a: { type: 'string', pattern: '(' } } }, 'regular expression'],
    [{ ...schema, properties: { a: { $ref: 'https://example.org/s.json' } } }, '$ref'],
    [{ ...schema, properties: { a: { $ref: '#/$defs/none' } } }, 'none'],
    [{ ...schema, $id: 'x' }, '$id'],
    [{ ...schema, description: 'x'.repeat(64_001) }, 'longer'],
  ])('says what is wrong with %j', (bad, word) => {
    expect(schemaFault(bad)).toContain(word);
  });

  it('judges the same schema twice alike', () => {
    expect(schemaFault({ ...schema })).toBeUndefined();
    expect(schemaFault({ ...schema })).toBeUndefined();
  });
});

describe('answersFaults', () => {
  it('finds nothing wrong with complete answers', () => {
    const answers = { model: 'T-1', standards: ['GB/T 14747-2025'], quantity: 2, delivery: 'courier' };
    expect(answersFaults(schema, answers)).toEqual([]);
  });

  it('names every fault by pointer', () => {
    expect(pointers({ standards: ['nonsense'], quantity: 0, delivery: 'drone', colour: 'red' })).toEqual(
      expect.arrayContaining(['/model', '/standards/0', '/quantity', '/delivery', '/colour']),
    );
  });

  it('speaks both languages', () => {
    const [fault] = answersFaults(schema, { model: '', standards: ['GB 46517-2025'] });
    expect(fault).toEqual({
      pointer: '/model',
      message: { zh: '至少 1 个字符', en: 'must have at least 1 characters' },
    });
  });

  it('escapes names in pointers', () => {
    expect(pointers({ model: 'x', standards: ['GB 46517-2025'], 'a/b': 1 })).toEqual(['/a~1b']);
  });

  it('refuses a date that does not exist', () => {
    expect(pointers({ model: 'x', standards: ['GB 46517-2025'], madeOn: '2026-02-30' })).toEqual(['/madeOn']);
  });

  it.each([null, 'text', [], 3])('refuses %j in place of answers', (answers) => {
    expect(answersFaults(schema, answers)[0]?.pointer).toBe('');
  });

  it('stops at fifty', () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`f${i}`, i]));
    expect(answersFaults(schema, many)).toHaveLength(50);
  });
});
