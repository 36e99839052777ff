import { DomainError } from './domain-error';
import { fill, problems } from './problems';

const jobProblem = problems('job', {
  'not-offered': { kind: 'conflict', zh: '任务状态为{status}', en: 'the job is {status}' },
  missing: { kind: 'not-found', zh: '没有该任务', en: 'no such job' },
});

describe('problems', () => {
  it('makes an error with code, kind, details and filled words', () => {
    const error = jobProblem['not-offered']({ status: 'declined' });
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'DomainError',
      code: 'job/not-offered',
      kind: 'conflict',
      words: { zh: '任务状态为declined', en: 'the job is declined' },
      details: { status: 'declined' },
      message: 'job/not-offered: the job is declined',
    });
  });

  it('makes a new error each time, so that stacks and details do not mix', () => {
    expect(jobProblem.missing()).not.toBe(jobProblem.missing());
    expect(jobProblem.missing().details).toEqual({});
  });
});

describe('fill', () => {
  it.each([
    ['{a} and {b}', { a: 1, b: true }, '1 and true'],
    ['{list}', { list: ['x', 'y'] }, 'x, y'],
    ['{at}', { at: new Date(0) }, '1970-01-01T00:00:00.000Z'],
    ['{object}', { object: { a: 1 } }, '{"a":1}'],
    ['{missing} {nothing}', { nothing: null }, '{missing} {nothing}'],
    ['{toString} {constructor}', {}, '{toString} {constructor}'],
    ['{a}', { a: '{b}', b: 'no second round' }, '{b}'],
    ['{a}', { a: '$& $1' }, '$& $1'],
  ])('%s', (template, values, expected) => {
    expect(fill(template, values)).toBe(expected);
  });
});
