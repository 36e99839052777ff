import { faultOf, type FieldFault } from '@qi/provider';
import { readMethod } from '../scope-line/method';
import type { PublishedRow } from './published-row';

const words = {
  record: { zh: '不是一条记录', en: 'is no record' },
  date: { zh: '不是可识别的日期', en: 'is not a date that can be read' },
};

/** A record of a CNAS scope: `objCh`, `paramCh`, `stdCode`, `stdDescAndClause`, `limitCh`, `branchId`, `startDate` … */
export function cnasRecord(record: unknown): PublishedRow | FieldFault {
  if (typeof record !== 'object' || record === null) return faultOf('record', String(record), words.record);
  const of = (field: string) => textOf((record as Record<string, unknown>)[field]);
  const startDate = dayOf(of('startDate'));
  if (startDate === undefined) return faultOf('startDate', of('startDate'), words.date);
  const { methods, rest } = methodOf(of('stdCode'), of('stdDescAndClause') || of('stdAllDesc'));
  return {
    ...{ place: of('branchId'), placeName: '' },
    category: [of('bigTypeName'), of('typeName')].filter((level) => level !== ''),
    object: of('objCh') || of('objEn'),
    parameter: of('paramCh') || of('paramEn'),
    methods,
    limitNote: [of('limitCh') || of('limitEn'), rest].filter((note) => note !== '').join('；'),
    startDate,
  };
}

/**
 * The number is in `stdCode`, the clauses stand behind it in the description. What stands there and is no clause limits
 * the line in words that a person has to read.
 */
function methodOf(code: string, described: string): { methods: string; rest: string } {
  if (code === '') return { methods: described, rest: '' };
  const [bare, text] = [squeezed(code), squeezed(described)];
  const at = text.indexOf(bare);
  const behind = at < 0 ? '' : text.slice(at + bare.length).replace(/^[》)\s]+/, '');
  if (behind === '') return { methods: code, rest: '' };
  return readMethod(`${code} ${behind}`) ? { methods: `${code} ${behind}`, rest: '' } : { methods: code, rest: behind };
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

/** `2021-05-01`, `2021/5/1`, with or without a time; milliseconds since 1970. Empty when none is given. */
function dayOf(text: string): string | undefined {
  if (text === '') return '';
  if (/^\d{12,13}$/.test(text)) return new Date(Number(text) + 8 * 3_600_000).toISOString().slice(0, 10);
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(text) ?? [];
  return year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
