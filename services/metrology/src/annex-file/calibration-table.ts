import type { TableRow } from '@qi/platform';

/** What a column of a calibration scope may say. */
export const calibrationFields = [
  'instrument',
  'measurand',
  'method',
  'range',
  'uncertainty',
  'k',
  'limitNote',
  'place',
  'number',
] as const;
export type CalibrationField = (typeof calibrationFields)[number];
/** Header text, or key of a JSON record → field. */
export type Mapping = Readonly<Record<string, CalibrationField>>;

/** One row as published; empty where nothing is written. */
export type PublishedRow = Readonly<Record<Exclude<CalibrationField, 'number'>, string>>;

/** Headers of 认可的校准能力范围 and keys of the public records, without blanks and brackets. */
const KNOWN: Readonly<Record<CalibrationField, readonly string[]>> = {
  number: ['序号', 'num'],
  instrument: ['测量仪器名称', '计量器具名称', '仪器名称', '校准项目', '测量仪器', 'objch'],
  measurand: ['被测量', '校准参量', '测量参量', '测量参数', '参量', 'paramch'],
  method: [
    '规范代号及名称',
    '规范代号',
    '校准规范',
    '校准方法',
    '校准依据',
    '规程规范',
    '检定规程',
    '标准号',
    'stdcode',
  ],
  range: ['测量范围', '范围', 'range'],
  uncertainty: ['扩展不确定度', '扩展不确定度k=2', '不确定度', '测量不确定度', 'uncertainty'],
  k: ['包含因子', 'k'],
  limitNote: ['限制说明', '限制范围', '说明', 'limitch'],
  place: ['场所编号', '地点编号', 'branchid', 'placeid'],
};

const NEEDED: readonly CalibrationField[] = ['measurand', 'method', 'range', 'uncertainty'];

/** Rows in their order; undefined for a row that says nothing. */
export type RowReader = (row: TableRow) => PublishedRow | undefined;

/** Undefined when the row is no header: measurand, method, range and uncertainty have columns. */
export function calibrationTable(header: readonly string[], mapping: Mapping): RowReader | undefined {
  const columns = columnsOf(header, mapping);
  if (!NEEDED.every((field) => columns.includes(field))) return undefined;
  let above: PublishedRow | undefined;
  return ({ cells }) => {
    const texts = cells.map((cell) => cell.trim());
    if (texts.every((text) => text === '') || texts.some((text) => text.replace(/\s/g, '') === '合计'))
      return undefined;
    const again = columnsOf(texts, mapping);
    if (columns.every((field, at) => field === again[at])) return undefined;
    return (above = followed(
      rowOf((field) => texts[columns.indexOf(field)] ?? ''),
      above,
    ));
  };
}

/** A JSON record by its keys. */
export function calibrationRecord(record: unknown, mapping: Mapping): PublishedRow {
  const entries = typeof record === 'object' && record !== null ? Object.entries(record) : [];
  const columns = columnsOf(
    entries.map(([key]) => key),
    mapping,
  );
  return rowOf((field) => {
    const value: unknown = entries[columns.indexOf(field)]?.[1];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  });
}

function columnsOf(header: readonly string[], mapping: Mapping): readonly (CalibrationField | undefined)[] {
  const own = new Map(Object.entries(mapping).map(([name, field]) => [plain(name), field]));
  const known = new Map(
    calibrationFields.flatMap((field) => KNOWN[field].map((name) => [plain(name), field] as const)),
  );
  return header.map((name) => own.get(plain(name)) ?? known.get(plain(name)));
}

function rowOf(of: (field: CalibrationField) => string): PublishedRow {
  return {
    ...{ instrument: of('instrument'), measurand: of('measurand'), method: of('method'), range: of('range') },
    ...{ uncertainty: of('uncertainty'), k: of('k'), limitNote: of('limitNote'), place: of('place') },
  };
}

/** A further range of the same: where instrument, measurand and method are all left out they are those of the row above. */
function followed(row: PublishedRow, above: PublishedRow | undefined): PublishedRow {
  if (!above || row.measurand !== '' || row.instrument !== '' || row.method !== '') return row;
  const { instrument, measurand, method, place } = above;
  return { ...row, instrument, measurand, method, place: row.place || place };
}

function plain(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_()*:/\u3001\ufeff-]/g, '');
}
