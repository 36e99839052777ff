import type { Words } from '../i18n/use-words';
import { industries } from './industries';
import { cities } from './zhejiang';

const provinces: Readonly<Record<string, Words>> = {
  '100000': { zh: '全国', en: 'China' },
  '330000': { zh: '浙江', en: 'Zhejiang' },
};

/** An area as people call it, its city first; where the portal knows no name the code stands for itself. */
export function areaName(code: string): Words {
  const city = cities.find((each) => each.code.slice(0, 4) === code.slice(0, 4));
  const county = city?.counties.find((each) => each.code === code);
  if (city && county) return { zh: `${city.zh}${county.zh}`, en: `${county.en}, ${city.en}` };
  return city && code.endsWith('00') ? city : (provinces[code] ?? { zh: code, en: code });
}

/** A county by itself, where its city is plain. */
export function countyName(code: string): Words {
  return cities.flatMap(({ counties }) => counties).find((each) => each.code === code) ?? areaName(code);
}

/** An industry by its division, with the finer code where one is given. */
export function industryName(code: string): Words {
  const division = industries.find((each) => code.startsWith(each.code));
  if (!division) return { zh: code, en: code };
  const finer = code.length > 2 ? ` · ${code}` : '';
  return { zh: division.zh + finer, en: division.en + finer };
}
