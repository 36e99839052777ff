import { problems } from './problems';

/** An administrative area of China, GB/T 2260: six digits PPCCDD; `330482` is Pinghu, `330400` Jiaxing, `330000` Zhejiang. */
export type AreaCode = string;

export type AreaLevel = 'country' | 'province' | 'city' | 'county';

/** The whole country, as registers of the state administration write it. */
const COUNTRY = '100000';

const PROVINCES: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

const areaProblem = problems('area-code', {
  malformed: { kind: 'invalid', zh: '行政区划代码须为 6 位数字：{raw}', en: 'an area code has six digits: {raw}' },
  'unknown-province': {
    kind: 'invalid',
    zh: '行政区划代码的前两位不是省级代码：{raw}',
    en: 'the first two digits name no province: {raw}',
  },
  'missing-city': {
    kind: 'invalid',
    zh: '行政区划代码有县级而无地级部分：{raw}',
    en: 'the code names a county without a city: {raw}',
  },
});

/** Whether the two digits name a province, autonomous region, municipality or special administrative region. */
export function isProvince(digits: string): boolean {
  return PROVINCES.has(digits);
}

/** Reads six digits, or the short forms `33` and `3304` (filled with zeros). Does not ask whether the county exists today. */
export function parseAreaCode(raw: string): AreaCode {
  const digits = raw.normalize('NFKC').trim();
  if (!/^(\d{2}|\d{4}|\d{6})$/.test(digits)) throw areaProblem.malformed({ raw });
  const code = digits.padEnd(6, '0');
  if (code === COUNTRY) return code;
  if (!isProvince(code.slice(0, 2))) throw areaProblem['unknown-province']({ raw });
  if (code.slice(2, 4) === '00' && !code.endsWith('00')) throw areaProblem['missing-city']({ raw });
  return code;
}

export function areaLevel(area: AreaCode): AreaLevel {
  if (area === COUNTRY) return 'country';
  if (area.endsWith('0000')) return 'province';
  return area.endsWith('00') ? 'city' : 'county';
}

/** Whether `area` is `outer` or lies in it: `330400` contains `330482`, `330000` all of Zhejiang, `100000` everything. */
export function areaContains(outer: AreaCode, area: AreaCode): boolean {
  const digits = { country: 0, province: 2, city: 4, county: 6 }[areaLevel(outer)];
  return area.length === outer.length && area.startsWith(outer.slice(0, digits));
}
