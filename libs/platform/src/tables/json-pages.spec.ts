import { assertWhole, JsonPages } from './json-pages';

describe('pages', () => {
  const page = (startIndex: number, ...data: object[]) => ({
    totalSize: 3,
    startIndex,
    sizePerPage: 2,
    data,
    regNo: 'CNAS L0001',
  });
  const [one, two] = [page(0, { a: 'x"]}\\' }, { a: [{ data: [1] }] }), page(2, { a: '3' })];

  function cut(text: string, size: number) {
    const pages = new JsonPages();
    const records = [];
    for (let at = 0; at < text.length; at += size) records.push(...pages.push(text.slice(at, at + size)));
    return { records, pages: pages.end() };
  }

  it.each([
    ['one behind the other', `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`],
    ['in an array', JSON.stringify([one, two], null, 2)],
  ])('%s are cut into records wherever the text is cut', (_, text) => {
    for (const size of [1, 3, 7, 1000]) {
      const { records, pages } = cut(text, size);
      expect(records).toEqual([...one.data, ...two.data]);
      expect(pages.map(({ startIndex, count }) => [startIndex, count])).toEqual([
        [0, 2],
        [2, 1],
      ]);
      expect(() => assertWhole(pages, 'L0001')).not.toThrow();
    }
  });

  it.each(['{"data":[{"a":1}', '{"data":[{"a":1]}', '{"data":[1]}', '[1]', '{"a":1}', 'x'])('%s is broken', (text) =>
    expect(() => cut(text, 5)).toThrow(/^table\/broken-json/),
  );

  it('must be all there, each counted once, and of this certificate', () => {
    const pagesOf = (...pages: object[]) => cut(JSON.stringify(pages), 100).pages;
    expect(() => assertWhole(pagesOf(one), 'L0001')).toThrow(/^table\/pages-missing/);
    expect(() => assertWhole(pagesOf(one, one), 'L0001')).toThrow(/^table\/pages-missing/);
    expect(() => assertWhole(pagesOf(one, two), 'L0002')).toThrow(/^table\/other-certificate/);
  });
});
