import { calibrationRecord, calibrationTable } from './calibration-table';
import { readRow, type ScopeFrame } from './published-row';
import { readUncertainty } from './uncertainty-text';

const HEADER = ['序号', '测量仪器名称', '被测量', '规范代号及名称', '测量范围', '扩展不确定度(k=2)', '限制说明'];
const frame: ScopeFrame = { validFrom: '2026-01-01', validTo: '2030-01-01', places: { '7': 's2' }, onlySite: 's1' };

function read(...rows: string[][]): string[] {
  const reader = calibrationTable(HEADER, {});
  if (!reader) throw new Error('no header');
  return rows.flatMap((cells, at) => {
    const row = reader({ line: at + 2, cells });
    if (!row) return [];
    const { lines, faults } = readRow(row, frame);
    return [
      ...faults.map(({ field, value }) => `refused ${field} ${value}`),
      ...lines.map((made) =>
        [made.siteId, made.instrumentKinds.join(), made.measurand, made.method, made.rangeMin, made.rangeMax, made.unit]
          .concat(made.uncertainty, made.uncertaintyUnit, made.k, made.onSite ? 'on site' : '')
          .join('|'),
      ),
    ];
  });
}

const row = (changes: Record<number, string> = {}) =>
  Object.assign(['1', '游标卡尺', '长度', '《通用卡尺校准规范》JJF 1071-2010', '(0~150)mm', 'U=0.02 mm', ''], changes);

describe('a row of a calibration scope', () => {
  it('is a capability', () => expect(read(row())).toEqual(['s1|游标卡尺|长度|JJF 1071-2010|0|150|mm|0.02|mm|2|']));

  it('has ranges with an uncertainty each, or one for all', () => {
    expect(read(row({ 4: '(0~150)mm\n(150~300)mm', 5: '0.02 mm\n0.03 mm' }))).toEqual([
      's1|游标卡尺|长度|JJF 1071-2010|0|150|mm|0.02|mm|2|',
      's1|游标卡尺|长度|JJF 1071-2010|150|300|mm|0.03|mm|2|',
    ]);
    expect(read(row({ 4: '(0~150)mm\n(150~300)mm' }))).toHaveLength(2);
    expect(read(row({ 5: '0.02 mm\n0.03 mm' }))).toEqual(['refused uncertainty 0.02 mm\n0.03 mm']);
  });

  it('goes on with what is above where only another range is given', () =>
    expect(read(row(), ['', '', '', '', '(150~300)mm', '0.03 mm', '']).at(1)).toBe(
      's1|游标卡尺|长度|JJF 1071-2010|150|300|mm|0.03|mm|2|',
    ));

  it.each([
    [{ 2: '' }, 'refused measurand '],
    [{ 3: '暂无' }, 'refused method 暂无'],
    [{ 4: '小量程' }, 'refused range 小量程'],
    [{ 4: '≤150 mm' }, 'refused range ≤150 mm'],
    [{ 5: '(0.5+L/100)μm' }, 'refused uncertainty (0.5+L/100)μm'],
    [{ 6: '只校数显' }, 'refused limitNote 只校数显'],
  ])('with %j is refused', (changes, expected) => expect(read(row(changes))).toEqual([expected]));

  it('may be for work on site', () => expect(read(row({ 6: '可现场校准' }))[0]).toMatch(/on site$/));

  it('is nothing when it is a sum, empty or the header again', () =>
    expect(read(['合计', '', '', '', '', '', ''], [''], HEADER)).toEqual([]));
});

it('a record is read by its keys', () => {
  const record = { objCh: '卡尺', paramCh: '长度', stdCode: 'JJF 1071-2010', branchId: 7, cl: '(0~1)m', U: '0.1%' };
  const read = readRow(calibrationRecord(record, { cl: 'range', U: 'uncertainty' }), frame);
  const made = { siteId: 's2', rangeMax: '1', unit: 'm', uncertainty: '0.1', uncertaintyUnit: '%' };
  expect(read).toMatchObject({ lines: [made], faults: [] });
});

describe('an expanded uncertainty', () => {
  it.each([
    ['U=0.02 mm (k=2)', { value: '0.02', unit: 'mm', k: '2' }],
    ['0.5%', { value: '0.5', unit: '%' }],
    ['Urel=0.3%, k=3', { value: '0.3', unit: '%', k: '3' }],
    ['Urel＝1.5×10⁻⁶', { value: '0.0000015', unit: '1' }],
    ['U95: 0.1 ℃', { value: '0.1', unit: '°C' }],
    ['12e2 Hz', { value: '1200', unit: 'Hz' }],
  ])('%s', (text, expected) => expect(readUncertainty(text)).toEqual(expected));

  it.each(['', '0.02', '0.02 格', '(1+2L)μm', '0.1~0.2 mm'])('is not guessed from %j', (text) =>
    expect(readUncertainty(text)).toBeUndefined(),
  );
});
