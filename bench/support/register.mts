/** A synthetic register of standards, seeded: the same one every time. Nothing in it is real. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

export type Draw = (below: number) => number;

/** mulberry32. */
export function draws(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export const OBJECTS =
  '儿童 三轮车 自行车 电动 玩具 钢管 轴承 阀门 电缆 水泥 玻璃 涂料 塑料 橡胶 纺织品 食品 饮料 农药 肥料 医疗器械'.split(
    ' ',
  );
export const PROPERTIES =
  '安全 性能 尺寸 强度 耐久 环境 噪声 甲醛 重金属 可靠性 电磁兼容 标识 包装 运输 贮存 能效'.split(' ');
export const KINDS = ['通用技术要求', '试验方法', '测定', '规范', '术语', '检验规则', '安全要求', '指南'];
export const ENGLISH =
  'safety test method requirements determination steel vehicle electric water quality surface'.split(' ');

/** Shares of two hundred, about as the country has them: few national standards, many of firms and groups. */
const SHARES: readonly (readonly [prefix: string, share: number])[] = [
  ...([
    ['GB', 1],
    ['GB/T', 9],
    ['ISO', 8],
    ['JB/T', 10],
    ['QB/T', 6],
    ['HG/T', 6],
    ['NB/T', 6],
  ] as const),
  ...([
    ['DB33/T', 20],
    ['T/CAS', 34],
    ['Q/PHSL', 100],
  ] as const),
];
const PREFIXES = SHARES.flatMap(([prefix, share]) => Array.from({ length: share }, () => prefix));

/** Standards of one prefix among the first `rows`. */
export function countOf(prefix: string, rows: number): number {
  return (PREFIXES.filter((other) => other === prefix).length * rows) / PREFIXES.length;
}

/** The nth number of its prefix, the first being 1000; prefixes are spread over the file. */
function numberOf(n: number, year: number): string {
  const at = (n * 37) % PREFIXES.length;
  const prefix = PREFIXES[at]!;
  const round = Math.floor(n / PREFIXES.length);
  const serial = 1000 + round * countOf(prefix, PREFIXES.length) + (at - PREFIXES.indexOf(prefix));
  return prefix === 'ISO' ? `ISO ${serial}:${year}` : `${prefix} ${serial}-${year}`;
}

/** The nth standard; low draws are common, so that words are as skewed as in a real register. */
function standardOf(n: number, draw: Draw): string {
  const skewed = (list: readonly string[]) => list[Math.min(draw(list.length), draw(list.length))]!;
  const year = 1990 + draw(36);
  const serial = String.fromCodePoint(0x4e00 + draw(6000), 0x4e00 + draw(6000));
  const zh = `${skewed(OBJECTS)}${serial}${skewed(PROPERTIES)}${skewed(KINDS)}`;
  const en = `${skewed(ENGLISH)} ${skewed(ENGLISH)} ${draw(100_000)}`;
  const ics = `${10 + draw(80)}.${String(10 + draw(20) * 10).padStart(3, '0')}`;
  const ends = draw(10) < 4 ? `${year + 8}-12-31` : '';
  const ccs = `${'ABCY'[draw(4)]}${10 + draw(80)}`;
  return `${numberOf(n, year)},${zh},${en},${ics},${ccs},${year}-03-01,${year}-09-01,${ends}\n`;
}

/** Writes `rows` standards as a CSV file. */
export async function writeRegister(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file);
  const draw = draws(20261101);
  out.write('标准号,中文名称,英文名称,ICS,CCS,发布日期,实施日期,废止日期\n');
  for (let n = 0; n < rows; n += 1) if (!out.write(standardOf(n, draw))) await once(out, 'drain');
  out.end();
  await once(out, 'close');
}
