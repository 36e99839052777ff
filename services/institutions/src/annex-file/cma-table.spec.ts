import { cmaTable, type Mapping } from './cma-table';
import { readRow, type AnnexFrame, type PublishedRow } from './published-row';

const HEADER = ['序号', '产品/项目编号', '类别', '产品/项目/参数', '标准(方法)名称', '标准号', '限制范围'];

const frame: AnnexFrame = {
  institutionId: 'i1',
  scheme: 'CMA',
  certNo: '231100340088',
  validFrom: '2026-11-01',
  validTo: '2029-02-28',
  places: {
    byNumber: { '1': 's1', '2': 's2' },
    only: 's1',
    covered: ['s1', 's2'],
    sites: [
      { id: 's1', name: '总部' },
      { id: 's2', name: '分部' },
    ],
  },
};

function read(rows: readonly (readonly string[])[], header = HEADER, mapping: Mapping = {}, places = frame.places) {
  const reader = cmaTable(header, mapping);
  if (!reader) throw new Error('no header');
  return rows.flatMap((cells, at) => {
    const row = reader({ line: at + 2, cells });
    if (!row) return [];
    const { lines, faults } = 'words' in row ? { lines: [], faults: [row] } : readRow(row, { ...frame, places });
    return [
      ...lines.map(({ siteId, object, parameter, standard, clauses, limitNote }) =>
        [siteId, object, parameter, standard, clauses.join(), limitNote ?? ''].join('|'),
      ),
      ...faults.map(({ field, value }) => `refused ${field} ${value}`),
    ];
  });
}

const row = (changes: Record<number, string> = {}) =>
  Object.assign(['1', 'P1', '金属家具', '甲醛释放量', '金属家具', 'GB/T 3325-2024', '无'], changes);

describe('a row of a CMA annex', () => {
  it('is one line: object, parameter, standard', () =>
    expect(read([row()])).toEqual(['s1|金属家具|甲醛释放量|GB/T 3325-2024||无']));

  it.each([
    ['暂无', ['refused methods 暂无']],
    ['', ['refused methods ']],
    ['ＧＢ／Ｔ3325—2024', ['s1|金属家具|甲醛释放量|GB/T 3325-2024||无']],
    ['《金属家具通用技术条件》GB/T 3325-2024', ['s1|金属家具|甲醛释放量|GB/T 3325-2024||无']],
    ['GB 6675.2-2014 5.8,5.9', ['s1|金属家具|甲醛释放量|GB 6675.2-2014|5.8,5.9|无']],
    [
      'GB 6675.2-2014 5.8,5.9；GB/T 22788-2016',
      ['s1|金属家具|甲醛释放量|GB 6675.2-2014|5.8,5.9|无', 's1|金属家具|甲醛释放量|GB/T 22788-2016||无'],
    ],
    [
      'SN/T 2004.2-2005, US EPA 6010B-1996 EN 1122B:2001\n自编方法',
      [
        's1|金属家具|甲醛释放量|SN/T 2004.2-2005||无',
        's1|金属家具|甲醛释放量|US EPA 6010B-1996||无',
        's1|金属家具|甲醛释放量|EN 1122B:2001||无',
        'refused methods 自编方法',
      ],
    ],
  ])('with the standards %j', (methods, expected) => expect(read([row({ 5: methods })])).toEqual(expected));

  it('lists objects and parameters, but not inside brackets', () => {
    expect(read([row({ 2: '箱包、玩具', 3: '铅、镉' })]).map((line) => line.split('|').slice(1, 3).join(' '))).toEqual([
      '箱包 铅',
      '箱包 镉',
      '玩具 铅',
      '玩具 镉',
    ]);
    expect(read([row({ 3: '可溶性元素（锑、砷）' })])).toHaveLength(1);
  });

  it('follows the row above where cells are left out, but never with its method', () => {
    expect(
      read([
        row(),
        row({ 2: '', 3: '耐腐蚀' }),
        row({ 2: '', 3: '', 5: 'GB/T 1-2020' }),
        row({ 2: '', 3: '涂层', 5: '' }),
      ]),
    ).toEqual([
      's1|金属家具|甲醛释放量|GB/T 3325-2024||无',
      's1|金属家具|耐腐蚀|GB/T 3325-2024||无',
      's1|金属家具|耐腐蚀|GB/T 1-2020||无',
      'refused methods ',
    ]);
    expect(read([row(), row({ 2: '木家具', 3: '' })])).toContain('refused parameter ');
  });

  it('is nothing when it is a sum, empty, or the header again; a heading is reported', () =>
    expect(read([['合计', '', '', '', '', '12', ''], ['', ''], HEADER, ['二、木制品', '', '']])).toEqual([
      'refused row 二、木制品',
    ]));
});

describe('the site of a row', () => {
  const header = [...HEADER, '场所编号', '场所名称'];
  it.each([
    ['2', '', 's2'],
    ['2', '分部', 's2'],
    ['', '分部', 's2'],
    ['', '', 's1'],
    ['2', '总部', 'refused place 2 总部'],
    ['3', '总部', 'refused place 3'],
    ['', '别处', 'refused placeName 别处'],
  ])('number %j, name %j: %s', (number, name, expected) => {
    const [line = ''] = read([[...row(), number, name]], header);
    expect(line.split('|')[0]).toBe(expected);
  });

  it('is not guessed where the institution has several', () =>
    expect(read([row()], HEADER, {}, { ...frame.places, only: null })).toEqual(['refused place ']));

  it('is not guessed from a name that two sites bear', () => {
    const sites = ['s1', 's2'].map((id) => ({ id, name: '总部' }));
    expect(read([[...row(), '', '总部']], header, {}, { ...frame.places, sites })).toEqual(['refused placeName 总部']);
  });
});

describe('a header', () => {
  it('may be named by the importer', () =>
    expect(
      read([['玩具', '铅', 'GB/T 22788-2016']], ['甲', '乙', '丙'], { 甲: 'object', 乙: 'parameter', 丙: 'methods' }),
    ).toEqual(['s1|玩具|铅|GB/T 22788-2016||']));
  it('is none without a method', () => expect(cmaTable(['序号', '类别', '参数'], {})).toBeUndefined());
});

it('a line that starts later than the annex keeps its own first day', () => {
  const published: PublishedRow = {
    ...{
      place: '1',
      placeName: '',
      category: [],
      object: '玩具',
      parameter: '铅',
      methods: 'GB/T 1-2020',
      limitNote: '',
    },
    startDate: '2027-01-01',
  };
  expect(readRow(published, frame).lines[0]?.validFrom).toBe('2027-01-01');
  expect(readRow({ ...published, startDate: '2030-01-01' }, frame).faults[0]?.field).toBe('startDate');
});
