import { newId } from '@qi/kernel';
import { COLUMNS, RowReader } from './register-row';

const [id, site] = [newId(), newId()];
const known = { id, sites: new Map([['总部', site]]) };
const reader = () =>
  new RowReader(
    COLUMNS.map((_, at) => at),
    new Map([['91330482', known]]),
    '2026-11-23',
  );

function cells(changes: Record<string, string> = {}): string[] {
  const row: Record<string, string> = {
    ...{
      institution: '91330482',
      site: '总部',
      scheme: 'CMA',
      certNo: 'C1',
      object: '儿童　三轮车',
      parameter: '稳定性',
    },
    ...{ method: 'GB6675.2—2014 5.8,5.9', validFrom: '2026-01-01', validTo: '2031-12-31', category: '', limitNote: '' },
    ...changes,
  };
  return COLUMNS.map((column) => row[column] ?? '');
}

describe('a row of a register file', () => {
  it('becomes the text of COPY, names and numbers in their one form', () => {
    expect(reader().read(cells({ limitNote: '只用\\第二法', category: '玩具/童车' }))).toBe(
      [
        ...[id, site, 'CMA', 'C1', '儿童 三轮车', '儿童三轮车', '稳定性', 'GB6675.2—2014 5.8,5.9', 'GB 6675.2-2014'],
        ...['GB 6675.2', '2014', '{"5.8","5.9"}', '2026-01-01', '2031-12-31', 'active', '{"玩具","童车"}'],
        '只用\\\\第二法\n',
      ].join('\t'),
    );
  });

  it.each([
    ['institution', { institution: '-' }],
    ['site', { site: '分部' }],
    ['scheme', { scheme: 'CMB' }],
    ['certNo', { certNo: ' ' }],
    ['object', { object: '' }],
    ['parameter', { parameter: '' }],
    ['method', { method: '暂无' }],
    ['validFrom', { validFrom: '2026-13-01' }],
    ['validTo', { validTo: '31.12.2026' }],
    ['validTo', { validTo: '2026-02-30' }],
    ['validTo', { validTo: '2025-12-31' }],
  ])('is refused for its %s', (field, changes) => {
    expect(reader().read(cells(changes))).toMatchObject({ field });
  });

  it('is refused when the institution has the line already, under whatever certificate', () => {
    const rows = reader();
    expect(rows.read(cells())).toEqual(expect.any(String));
    expect(rows.read(cells({ certNo: 'C2', object: '儿童三轮车' }))).toMatchObject({ field: 'row' });
    expect(rows.read(cells({ parameter: '锐边' }))).toEqual(expect.any(String));
  });

  it('whose last day has passed is entered as expired', () => {
    expect(reader().read(cells({ validTo: '2026-11-22' }))).toContain('\texpired\t');
  });
});
