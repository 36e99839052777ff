import { describeCases } from './routing-case';

const OBJECT = 'scope-covers-object/no-such-object';
const PARAMETER = 'scope-covers-parameter/no-such-parameter';
const METHOD = 'scope-covers-method-of-that-year';
const LIMIT = 'limit-note/needs-confirmation';
const NEW = '儿童三轮车 | 稳定性 | GB/T 14747-2025';

/** Rows of the annexes L3068 (2009), L0867 (2009) and of a toy laboratory, with dates that still hold. */
const CADMIUM = '电子电气产品废弃物 | 铅、镉 |';
const PANEL = '箱包、玩具、纽扣';

describeCases('object, parameter and method', [
  {
    is: 'another object under the same standard',
    labs: { 甲: ['婴儿车 | 稳定性 | GB/T 14747-2025'] },
    ask: {},
    gets: null,
    fails: { 甲: OBJECT },
  },
  {
    is: 'another parameter of the same object',
    labs: { 甲: ['儿童三轮车 | 制动性能 | GB/T 14747-2025'] },
    ask: {},
    gets: null,
    fails: { 甲: PARAMETER },
  },
  {
    is: 'one of two parameters is not enough',
    labs: { 甲: [NEW], 乙: [NEW, '儿童三轮车 | 制动性能 | GB/T 14747-2025'] },
    ask: { tests: ['稳定性 × GB/T 14747-2025', '制动性能 × GB/T 14747-2025'] },
    gets: '乙',
    fails: { 甲: PARAMETER },
  },
  {
    is: 'all parameters of the method are covered by 全部参数',
    labs: { 甲: ['儿童三轮车 | 全部参数 | GB/T 14747-2025'] },
    ask: { tests: ['稳定性 × GB/T 14747-2025', '制动性能 × GB/T 14747-2025'] },
    gets: '甲',
  },
  {
    is: '全部参数 of the old edition covers nothing of the new one',
    labs: { 甲: ['儿童三轮车 | 全部参数 | GB 14747-2006'] },
    ask: {},
    gets: null,
    fails: { 甲: `${METHOD}/older-edition` },
  },
  {
    is: 'spaces and width do not make another object',
    labs: { 甲: ['儿童 三轮车 | 稳定性 | GB/T 14747-2025'] },
    ask: { object: '儿童三轮车　' },
    gets: '甲',
  },
  {
    is: 'a likeness is no match: 三轮车 is not 儿童三轮车',
    labs: { 甲: ['三轮车 | 稳定性 | GB/T 14747-2025'] },
    ask: {},
    gets: null,
    fails: { 甲: OBJECT },
  },
  {
    is: 'one parameter by several methods, one line each: the method asked for counts (L3068)',
    labs: { 甲: [`${CADMIUM} SN/T 2004.2-2005`, `${CADMIUM} US EPA 6010B-1996`, `${CADMIUM} EN 1122B:2001`] },
    ask: { object: '电子电气产品废弃物', tests: ['铅、镉 × EN 1122B:2001'] },
    gets: '甲',
  },
  {
    is: 'a method that is not among them is not covered (L3068)',
    labs: { 甲: [`${CADMIUM} SN/T 2004.2-2005`, `${CADMIUM} US EPA 6010B-1996`] },
    ask: { object: '电子电气产品废弃物', tests: ['铅、镉 × SJ/T 11365-2006'] },
    gets: null,
    says: /没有登记的机构可供选择/,
  },
  {
    is: 'EN 1122B:2001 is not EN 1122:2001',
    labs: { 甲: [`${CADMIUM} EN 1122B:2001`] },
    ask: { object: '电子电气产品废弃物', tests: ['铅、镉 × EN 1122:2001'] },
    gets: null,
  },
  {
    is: 'ISO 3613-2000(E) of the annex is ISO 3613:2000 (L3068, hexavalent chromium)',
    labs: { 甲: ['电子电气产品废弃物 | 六价铬 | ISO 3613-2000(E)'] },
    ask: { object: '电子电气产品废弃物', tests: ['六价铬 × ISO 3613:2000'] },
    gets: '甲',
  },
  {
    is: 'mercury is not lead and cadmium, though the method US EPA 6010B is the same (L3068)',
    labs: { 甲: [`${CADMIUM} US EPA 6010B-1996`], 乙: ['电子电气产品废弃物 | 汞 | US EPA 6010B-1996'] },
    ask: { object: '电子电气产品废弃物', tests: ['汞 × US EPA 6010B-1996'] },
    gets: '乙',
    fails: { 甲: PARAMETER },
  },
  {
    is: 'total lead by CPSC-CH-E1001-08.1 is covered, extractable cadmium by E1004 is another line',
    labs: { 甲: [`${PANEL} | 总铅含量 | CPSC-CH-E1001-08.1`], 乙: [`${PANEL} | 可萃取镉 | CPSC-CH-E1004-11`] },
    ask: { object: PANEL, tests: ['总铅含量 × CPSC-CH-E1001-08.1'] },
    gets: '甲',
  },
  {
    is: 'total lead by the national method GB/T 22788-2016',
    labs: { 甲: [`${PANEL} | 总铅含量 | GB/T 22788-2016`] },
    ask: { object: PANEL, tests: ['总铅含量 × GB/T 22788-2016'] },
    gets: '甲',
  },
  {
    is: 'a reaffirmed standard: ASTM D 2061-2007(2013) is found as it is printed',
    labs: { 甲: [`${PANEL} | 拉链强力 | ASTM D 2061-2007(2013)`] },
    ask: { object: PANEL, tests: ['拉链强力 × ASTM D2061-07(2013)'] },
    gets: '甲',
  },
  {
    is: 'QB/T 2918-2007 covers impact of luggage and nothing else',
    labs: { 甲: [`${PANEL} | 冲击性能 | QB/T 2918-2007`] },
    ask: { object: PANEL, tests: ['振荡冲击 × QB/T 2918-2007'] },
    gets: null,
    fails: { 甲: PARAMETER },
  },
  {
    is: 'a group standard is read like any other: T/PABA 001-2023',
    labs: { 甲: ['服装 | 色牢度 | T/PABA 001-2023'] },
    ask: { object: '服装', tests: ['色牢度 × T/PABA 001-2023'] },
    gets: '甲',
  },
  {
    is: 'a demand without any test names nothing that could be covered',
    labs: { 甲: [NEW] },
    ask: { tests: [] },
    gets: null,
  },
]);

describeCases('clauses', [
  {
    is: 'a line of clauses 5.8 and 5.9 covers its parameter',
    labs: { 甲: ['玩具 | 锐利边缘 | GB 6675.2-2014 5.8,5.9'] },
    ask: { object: '玩具', tests: ['锐利边缘 × GB 6675.2-2014'] },
    gets: '甲',
  },
  {
    is: 'a clause that the line names is covered',
    labs: { 甲: ['玩具 | 锐利边缘 | GB 6675.2-2014 5.8,5.9'] },
    ask: { object: '玩具', tests: ['锐利边缘 × GB 6675.2-2014 5.8'] },
    gets: '甲',
  },
  {
    is: 'a clause that the line does not name is not covered',
    labs: { 甲: ['玩具 | 锐利边缘 | GB 6675.2-2014 5.8,5.9'], 乙: ['玩具 | 锐利边缘 | GB 6675.2-2014'] },
    ask: { object: '玩具', tests: ['锐利边缘 × GB 6675.2-2014 5.12'] },
    gets: '乙',
    fails: { 甲: `${METHOD}/other-clause` },
  },
  {
    is: 'a clause lies in the one above it: 4.7 covers 4.7.1',
    labs: { 甲: ['玩具 | 机械和物理性能 | ASTM F963-17 4.7'] },
    ask: { object: '玩具', tests: ['机械和物理性能 × ASTM F963-17 4.7.1'] },
    gets: '甲',
  },
  {
    is: '4.7 is not 4.70',
    labs: { 甲: ['玩具 | 机械和物理性能 | ASTM F963-17 4.7'] },
    ask: { object: '玩具', tests: ['机械和物理性能 × ASTM F963-17 4.70'] },
    gets: null,
    fails: { 甲: `${METHOD}/other-clause` },
  },
]);

describeCases('limit notes (rows of annex L0867)', [
  {
    is: '水分, 只用第一法: a note that nobody has read needs a person',
    labs: { 甲: [['食品 | 水分 | GB/T 5009.3-2003', { limitNote: '只用第一法' }]] },
    ask: { object: '食品', tests: ['水分 × GB/T 5009.3-2003'] },
    gets: null,
    fails: { 甲: LIMIT },
  },
  {
    is: '脂肪, 只用第二法: who has no such limit gets it',
    labs: {
      甲: [['食品 | 脂肪 | GB/T 5009.6-2003', { limitNote: '只用第二法' }]],
      乙: ['食品 | 脂肪 | GB/T 5009.6-2003'],
    },
    ask: { object: '食品', tests: ['脂肪 × GB/T 5009.6-2003'] },
    gets: '乙',
    fails: { 甲: LIMIT },
  },
  {
    is: '水分 by the other method of the same row has no note of its own here',
    labs: {
      甲: [['食品 | 水分 | GB/T 5009.3-2003', { limitNote: '只用第一法' }], '食品 | 水分 | GB/T 5413.8-1997'],
    },
    ask: { object: '食品', tests: ['水分 × GB/T 5413.8-1997'] },
    gets: '甲',
  },
  {
    is: 'the clerk has asked the laboratory and dispatches: the unread note no longer stands in the way',
    labs: { 甲: [['食品 | 蔗糖 | GB/T 5009.8-2003', { limitNote: '只用第二法' }]] },
    ask: { object: '食品', tests: ['蔗糖 × GB/T 5009.8-2003'], dispatchedTo: '甲' },
    gets: '甲',
  },
  ...['无', '/', '—', '暂无'].map((limitNote) => ({
    is: `a limit column that says “${limitNote}” says nothing`,
    labs: { 甲: [['食品 | 铅 | GB/T 5009.12-2003', { limitNote }]] } as const,
    ask: { object: '食品', tests: ['铅 × GB/T 5009.12-2003'] },
    gets: '甲',
  })),
  {
    is: 'one of two parameters is limited: the whole needs a person',
    labs: {
      甲: ['食品 | 灰分 | GB/T 5009.4-2003', ['食品 | 脂肪 | GB/T 5009.6-2003', { limitNote: '只用第二法' }]],
    },
    ask: { object: '食品', tests: ['灰分 × GB/T 5009.4-2003', '脂肪 × GB/T 5009.6-2003'] },
    gets: null,
    fails: { 甲: LIMIT },
  },
]);
