import { languageOf } from './language';

describe('languageOf', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en;q=0.3, zh;q=0.9', 'zh'],
    ['fr, en;q=0.5', 'en'],
    ['de', 'zh'],
    ['EN-us;q=1.0', 'en'],
    ['en;q=0', 'zh'],
    [';;;,,,q=x', 'zh'],
  ])('%p asks for %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});
