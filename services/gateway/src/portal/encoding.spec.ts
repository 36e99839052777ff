import { encodingOf } from './encoding';

describe('encoding', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['GZIP', 'gzip'],
    ['br; q=0.2', 'br'],
    ['*', 'identity'],
    ['', 'identity'],
    [undefined, 'identity'],
    ['gzip;q=x', 'identity'],
  ])('%p → %s', (header, expected) => {
    expect(encodingOf(header)).toBe(expected);
  });
});
