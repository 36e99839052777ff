import { deeperThan } from './body-parser';

const json = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('deeperThan', () => {
  it.each([
    ['{}', 1, false],
    ['{"a":{}}', 1, true],
    ['[[[]]]', 3, false],
    ['[[[[]]]]', 3, true],
    ['[[],[],[],[]]', 2, false],
    ['"[[[[["', 0, false],
    ['["\\"[[[["]', 1, false],
    ['["\\\\",[]]', 1, true],
    ['', 0, false],
  ])('%s deeper than %i: %s', (text, limit, deeper) => {
    expect(deeperThan(json(text), limit)).toBe(deeper);
  });
});
