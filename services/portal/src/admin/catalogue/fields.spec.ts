import { noQuestion, questionsOf, schemaOf, type Question } from './fields';

const question = (given: Partial<Question>): Question => ({ ...noQuestion, ...given });
const label = { zh: '型号', en: 'Model' };

describe('the questions of an item', () => {
  it('come back as they were written, in their order', () => {
    const questions = [
      question({ key: 'model', label, required: true }),
      question({ key: 'note', label, kind: 'long-text' }),
      question({ key: 'load', label, kind: 'number', unit: 'kg' }),
      question({ key: 'on', label, kind: 'date' }),
      question({ key: 'new', label, kind: 'yes-no' }),
      question({ key: 'market', label, kind: 'choice', choices: 'home 国内 At home\nexport 出口 Export' }),
    ];
    expect(questionsOf(schemaOf(questions))).toEqual(questions);
  });

  it('make a schema that names every field it allows', () => {
    expect(schemaOf([question({ key: 'model', label, required: true })])).toEqual({
      type: 'object',
      additionalProperties: false,
      properties: { model: { type: 'string', maxLength: 200, title: '型号', 'x-label': label, 'x-order': 1 } },
      required: ['model'],
    });
  });

  it('a choice without words is its own word', () => {
    expect(schemaOf([question({ key: 'class', label, kind: 'choice', choices: 'I\nII' })])).toMatchObject({
      properties: { class: { enum: ['I', 'II'], 'x-choices': { I: { zh: 'I', en: 'I' } } } },
    });
  });

  it('keep the limits that a schema had, and drop those of another kind', () => {
    const known = { properties: { load: { type: 'number', minimum: 1, title: 'old' } } };
    const kept = schemaOf([question({ key: 'load', label, kind: 'number' })], known);
    expect(kept).toMatchObject({ properties: { load: { minimum: 1, title: '型号' } } });
    const changed = schemaOf([question({ key: 'load', label })], known);
    expect(JSON.stringify(changed)).not.toContain('minimum');
  });
});
