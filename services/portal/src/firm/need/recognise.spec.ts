import { likeliest, recognise, standardsIn, type KnownItem } from './recognise';

const item = (code: string, element: string, zh: [string, string], en: [string, string]): KnownItem => ({
  code,
  element,
  name: { zh: zh[0], en: en[0] },
  description: { zh: zh[1], en: en[1] },
});
const catalogue = [
  item(
    'vehicle',
    'testing',
    ['童车检测', '按现行标准检测儿童三轮车、自行车等'],
    ['Testing of children’s vehicles', 'Tricycles, bicycles'],
  ),
  item(
    'gauges',
    'metrology',
    ['计量器具校准', '企业自用量具的校准'],
    ['Calibration of measuring instruments', 'Gauges of a firm'],
  ),
  item(
    'diagnosis',
    'quality-management',
    ['质量诊断', '专家到企业现场诊断'],
    ['Quality diagnosis', 'An expert diagnoses at the site'],
  ),
];
const codes = (need: string) => recognise(need, catalogue).map(({ itemCode }) => itemCode);
const first = (need: string) => recognise(need, catalogue)[0];

describe('recognise', () => {
  it('finds the test and the calibration in one sentence', () => {
    expect(new Set(codes('儿童三轮车出口检测,卡尺到期'))).toEqual(new Set(['vehicle', 'gauges']));
  });

  it('takes the product in the words of the firm', () => {
    expect(first('儿童三轮车要出口')).toMatchObject({ itemCode: 'vehicle', object: '儿童三轮车' });
  });

  it('names the whole instrument when the firm says it in short', () => {
    expect(first('卡尺到期')).toMatchObject({ itemCode: 'gauges', instruments: [{ name: '游标卡尺', unit: 'mm' }] });
  });

  it('leads a product standard to testing and a verification regulation to metrology', () => {
    expect(first('GB/T 14747-2025')).toMatchObject({ itemCode: 'vehicle', standards: ['GB/T 14747-2025'] });
    expect(first('JJG 30-2012')).toMatchObject({ itemCode: 'gauges', standards: ['JJG 30-2012'] });
  });

  it('understands English', () => {
    expect(codes('tricycles and a caliper')).toEqual(expect.arrayContaining(['vehicle', 'gauges']));
  });

  it('a wish for a visit finds the diagnosis', () => {
    expect(codes('想请专家来现场诊断')).toEqual(['diagnosis']);
  });

  it.each(['', '   ', '你好', '<script>alert(1)</script>', '12345'])('suggests nothing for %j', (need) => {
    expect(codes(need)).toEqual([]);
  });
});

describe('likeliest', () => {
  it('ticks one item of each element, the one that more speaks for', () => {
    const quick = item('quick', 'testing', ['快检', '直接派单'], ['Quick test', 'Routed at once']);
    const items = [quick, ...catalogue];
    const suggestions = recognise('儿童三轮车 GB/T 14747-2025 卡尺', items);
    expect(suggestions.map(({ itemCode }) => itemCode)).toContain('quick');
    expect(likeliest(suggestions, items)).toEqual(new Set(['vehicle', 'gauges']));
  });
});

describe('standardsIn', () => {
  it.each([
    ['按GB/T14747—2025做', ['GB/T 14747-2025']],
    ['ＧＢ 46517-2025 和 GB 46517-2025', ['GB 46517-2025']],
    ['ISO 9001:2015', ['ISO 9001:2015']],
    ['没有标准号，只有 2025 年', []],
  ])('%s', (text, expected) => {
    expect(standardsIn(text)).toEqual(expected);
  });
});
