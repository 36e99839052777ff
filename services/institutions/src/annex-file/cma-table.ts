import type { TableRow } from '@qi/platform';
import { faultOf, type FieldFault } from '@qi/provider';
import type { PublishedRow } from './published-row';

/** What a column of an annex table may say. */
export const annexFields = [
  'object',
  'parameter',
  'methods',
  'category',
  'limitNote',
  'place',
  'placeName',
  'number',
  'title',
] as const;
export type AnnexField = (typeof annexFields)[number];
/** Header text → field. */
export type Mapping = Readonly<Record<string, AnnexField>>;
type Columns = readonly (AnnexField | undefined)[];

/** Headers as annexes of 资质认定 print them, without blanks, brackets and strokes. */
const KNOWN: Readonly<Record<AnnexField, readonly string[]>> = {
  number: ['序号', '编号', '产品项目编号', '项目编号'],
  category: ['类别', '类别产品项目参数', '领域', '检测类别'],
  object: ['检测对象', '检验检测对象', '产品名称', '产品', '对象', '产品类别'],
  parameter: [
    '产品项目参数',
    '项目参数',
    '检测项目',
    '检验项目',
    '检测项目参数',
    '参数',
    '参数名称',
    '项目名称',
    '名称',
  ],
  title: ['标准方法名称', '标准名称', '依据的标准方法名称'],
  methods: ['标准号', '标准编号', '标准方法编号', '标准方法', '依据的标准方法名称及编号含年号', '检测标准', '检测方法'],
  limitNote: ['限制范围', '限制范围或说明', '限制说明', '限制'],
  place: ['场所编号', '地点编号', '场所代码', 'branchid', 'placeid'],
  placeName: ['场所', '场所名称', '检测场所', '检验检测场所', '地点', '实验室地址'],
};

const words = {
  heading: { zh: '只有一格有内容，按标题略过', en: 'only one cell is filled: taken for a heading' },
};

/** Reads rows of one table in their order; undefined for a row that says nothing. */
export type RowReader = (row: TableRow) => PublishedRow | FieldFault | undefined;

/** Undefined when the row is no header: one needs a column for the method and one for the parameter. */
export function cmaTable(header: readonly string[], mapping: Mapping): RowReader | undefined {
  const columns = columnsOf(header, mapping);
  if (!columns.includes('methods') || !columns.includes('parameter')) return undefined;
  let above: PublishedRow | undefined;
  return ({ cells }) => {
    const texts = cells.map((cell) => cell.trim());
    const filled = new Set(texts.filter((text) => text !== ''));
    if (
      filled.size === 0 ||
      texts.some((text) => text.replace(/\s/g, '') === '合计') ||
      isHeader(texts, columns, mapping)
    )
      return undefined;
    if (filled.size === 1) return faultOf('row', [...filled].join(''), words.heading);
    return (above = followed(rowOf(texts, columns), above));
  };
}

function columnsOf(header: readonly string[], mapping: Mapping): Columns {
  const own = new Map(Object.entries(mapping).map(([name, field]) => [plain(name), field]));
  const known = new Map(annexFields.flatMap((field) => KNOWN[field].map((name) => [name, field] as const)));
  return header.map((name) => own.get(plain(name)) ?? known.get(plain(name)));
}

/** Printed again at the head of each page. */
function isHeader(texts: readonly string[], columns: Columns, mapping: Mapping): boolean {
  const again = columnsOf(texts, mapping);
  return again.length >= columns.length && columns.every((field, at) => field === again[at]);
}

function rowOf(texts: readonly string[], columns: Columns): PublishedRow {
  const of = (field: AnnexField) => {
    const at = columns.indexOf(field);
    return at < 0 ? '' : (texts[at] ?? '');
  };
  const category = of('category');
  const own = columns.includes('object');
  return {
    ...{ place: of('place'), placeName: of('placeName'), parameter: of('parameter'), methods: of('methods') },
    category: own && category !== '' ? [category] : [],
    object: own ? of('object') : category,
    ...{ limitNote: of('limitNote'), startDate: '' },
  };
}

/**
 * Tables leave the object, and below it the parameter, out where they are those of the row above (merged cells of the
 * printed annex). A method is never taken over: that would grant what nobody wrote.
 */
function followed(row: PublishedRow, above: PublishedRow | undefined): PublishedRow {
  if (!above || row.object !== '') return row;
  const { object, place, placeName } = above;
  return {
    ...row,
    object,
    category: row.category.length > 0 ? row.category : above.category,
    parameter: row.parameter === '' ? above.parameter : row.parameter,
    ...(row.place === '' && row.placeName === '' ? { place, placeName } : {}),
  };
}

function plain(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_()*:/\\\u3001\ufeff-]/g, '');
}
