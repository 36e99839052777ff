import { parseStandardNumber } from '@qi/kernel';
import type { Draft, DraftRelation, FieldFault } from '../standard/draft';
import type { Degree } from '../standard/relation';
import { ENCODING, fault } from './record';

/** What a column may say. */
export const sheetFields = [
  'number',
  'titleZh',
  'titleEn',
  'ics',
  'ccs',
  'nature',
  'issuedOn',
  'inForceFrom',
  'endsOn',
  'status',
  'replaces',
  'adopts',
  'source',
] as const;
export type SheetField = (typeof sheetFields)[number];
/** Header text → field. */
export type Mapping = Readonly<Record<string, SheetField>>;
/** Field of each column, by position. */
export type Columns = readonly (SheetField | undefined)[];

/** Headers as registers print them, without blanks and brackets. */
const KNOWN: Readonly<Record<SheetField, readonly string[]>> = {
  number: ['标准号', '标准编号', '标准代号', 'number', 'standardno', 'standardnumber'],
  titleZh: ['标准名称', '中文名称', '标准中文名称', '中文标准名称', '名称', 'titlezh', 'chinesetitle'],
  titleEn: ['英文名称', '标准英文名称', '英文标准名称', 'titleen', 'title', 'englishtitle'],
  ics: ['ics', 'ics分类号', '国际标准分类号', '国际标准分类'],
  ccs: ['ccs', 'ccs分类号', '中国标准分类号', '中国标准分类'],
  nature: ['标准性质', '性质', '强制性', '标准类别', 'mandatory'],
  issuedOn: ['发布日期', '批准日期', 'issued', 'issuedon', 'published'],
  inForceFrom: ['实施日期', '生效日期', 'inforcefrom', 'effective'],
  endsOn: ['废止日期', '作废日期', '终止日期', 'endson', 'withdrawnon'],
  status: ['标准状态', '状态', 'status'],
  replaces: ['代替标准', '代替标准号', '替代标准', '代替', '代替情况', 'replaces'],
  adopts: ['采标', '采用国际标准', '采标情况', '采用标准', '采标号', 'adopts'],
  source: ['来源', '网址', '来源地址', 'source', 'url'],
};

const words = {
  header: { zh: '表头中没有标准号一列', en: 'has no column for the number' },
  nature: { zh: '须为“强制”或“推荐”', en: 'must say mandatory or recommended' },
  status: { zh: '不是可识别的状态', en: 'is not a known status' },
  date: { zh: '不是可识别的日期', en: 'is not a date that can be read' },
};

/** Which column says what; a mapping given with the file goes before the known headers. */
export function columnsOf(header: readonly string[], mapping: Mapping = {}): Columns | FieldFault {
  const own = new Map(Object.entries(mapping).map(([name, field]) => [plain(name), field]));
  const known = new Map(sheetFields.flatMap((field) => KNOWN[field].map((name) => [name, field] as const)));
  const columns = header.map((name) => own.get(plain(name)) ?? known.get(plain(name)));
  return columns.includes('number') ? columns : fault('header', header.join(','), words.header);
}

/** A draft from the cells of one row. Undefined for an empty row and for the sum that closes a table. */
export function sheetRecord(columns: Columns, cells: readonly string[]): Draft | FieldFault | undefined {
  const values = valuesOf(columns, cells);
  if (Object.keys(values).length === 0 || cells.some((cell) => cell.trim() === '合计')) return undefined;
  const damaged = cells.find((cell) => cell.includes('\ufffd'));
  if (damaged !== undefined) return fault('', damaged, ENCODING);
  const read = { mandatory: natureOf(values.nature), withdrawn: withdrawnOf(values.status), ...datesOf(values) };
  const wrong = Object.values(read).find((value) => typeof value === 'object');
  return wrong ?? { ...textsOf(values), ...(read as Pick<Draft, 'mandatory' | 'withdrawn' | 'issuedOn'>) };
}

type Values = Readonly<Partial<Record<SheetField, string>>>;

function valuesOf(columns: Columns, cells: readonly string[]): Values {
  const texts = columns.map((field, at) => [field, (cells[at] ?? '').trim()] as const);
  return Object.fromEntries(texts.filter(([field, text]) => field && !isNothing(text)));
}

function textsOf({ number = '', titleZh, titleEn, ics, ccs, source, replaces, adopts }: Values): Draft {
  return {
    number,
    title: { zh: titleZh ?? '', en: titleEn ?? '' },
    ics: listOf(ics),
    ccs: listOf(ccs).map((code) => code.toUpperCase()),
    ...(source !== undefined && { source }),
    relations: [...replacesOf(replaces), ...adoptsOf(adopts)],
  };
}

function natureOf(text: string | undefined): boolean | undefined | FieldFault {
  if (text === undefined) return undefined;
  if (/^(强制|mandatory|true|是)/i.test(text)) return true;
  return /^(推荐|指导|recommended|voluntary|false|否)/i.test(text) ? false : fault('nature', text, words.nature);
}

function withdrawnOf(text: string | undefined): boolean | FieldFault {
  if (text === undefined || /^(现行|即将实施|有效|in.?force|issued|current)/i.test(text)) return false;
  return /^(废止|作废|被代替|已废止|withdrawn)/i.test(text) ? true : fault('status', text, words.status);
}

function datesOf(values: Values): Record<string, string | FieldFault> {
  const found: Record<string, string | FieldFault> = {};
  for (const field of ['issuedOn', 'inForceFrom', 'endsOn'] as const) {
    const text = values[field];
    if (text !== undefined) found[field] = dayOf(text) ?? fault(field, text, words.date);
  }
  return found;
}

/** `2025-10-05`, `2025/10/5`, `2025.10.05`, `2025年10月5日`, `20251005`. */
function dayOf(text: string): string | undefined {
  const read = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  return read ? `${read[1]}-${read[2]!.padStart(2, '0')}-${read[3]!.padStart(2, '0')}` : undefined;
}

/** Numbers are apart by comma, semicolon or line; remarks between them («部分代替») say how far it goes. */
function replacesOf(text = ''): DraftRelation[] {
  return text
    .split(/[;；,，、\n]/)
    .map((piece) => ({
      other: piece.replace(/（.*?）|\(.*?\)|部分代替|代替/g, '').trim(),
      part: piece.includes('部分'),
    }))
    .filter(({ other }) => parseStandardNumber(other)?.year !== undefined)
    .map(({ other, part }) => ({ kind: 'replaces', other, extent: part ? 'part' : 'whole' }));
}

/** `ISO 8124-1:2018,MOD`. */
function adoptsOf(text = ''): DraftRelation[] {
  const degree = /\b(IDT|MOD|NEQ)\b/i.exec(text)?.[1]?.toUpperCase() as Degree | undefined;
  return text
    .replace(/\b(IDT|MOD|NEQ)\b/gi, '')
    .split(/[;；,，、\n]/)
    .map((piece) => piece.trim())
    .filter((other) => parseStandardNumber(other) !== undefined)
    .map((other) => ({ kind: 'adopts', other, ...(degree && { degree }) }));
}

function listOf(text = ''): string[] {
  return text.split(/[;；,，、\s]+/).filter(Boolean);
}

function isNothing(text: string): boolean {
  return text === '' || ['-', '—', '/', '无', '暂无'].includes(text);
}

function plain(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\ufeff/, '')
    .replace(/[\s_()*:-]/g, '');
}
