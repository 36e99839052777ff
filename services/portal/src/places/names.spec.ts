import { areaName, industryName } from './names';
import { industries } from './industries';
import { cities } from './zhejiang';

describe('names of places and industries', () => {
  it.each([
    ['330482', '嘉兴平湖', 'Pinghu, Jiaxing'],
    ['330400', '嘉兴', 'Jiaxing'],
    ['330000', '浙江', 'Zhejiang'],
    ['310115', '310115', '310115'],
  ])('%s is %s, %s', (code, zh, en) => {
    expect(areaName(code)).toMatchObject({ zh, en });
  });

  it.each([
    ['24', '文教、工美、体育和娱乐用品'],
    ['2456', '文教、工美、体育和娱乐用品 · 2456'],
    ['99', '99'],
  ])('%s is %s', (code, zh) => {
    expect(industryName(code).zh).toBe(zh);
  });

  it('every county lies in its city, and everything has both names', () => {
    expect(cities).toHaveLength(11);
    for (const city of cities)
      for (const county of city.counties) expect(county.code.slice(0, 4)).toBe(city.code.slice(0, 4));
    const all = [...cities, ...cities.flatMap(({ counties }) => counties), ...industries];
    expect(all.filter(({ code, zh, en }) => !code || !zh || !en)).toEqual([]);
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  });
});
