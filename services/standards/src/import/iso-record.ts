import { parseStandardNumber } from '@qi/kernel';
import type { Draft, DraftRelation, FieldFault } from '../standard/draft';
import { ENCODING, fault } from './record';

/** One line of the ISO catalogue. */
interface IsoRecord {
  readonly id: string;
  readonly title: string;
  /** `2009-11`, `2009`, or empty where nobody knows. */
  readonly published?: string | null;
  /** International harmonized stage code (ISO Guide 69); 60.60 published, 95.99 withdrawn. */
  readonly stage?: string | null;
  readonly ics?: readonly string[];
  readonly rel?: readonly (readonly [string, string])[];
}

const PUBLISHED = 60;
const WITHDRAWN = 95;

const words = {
  json: { zh: '不是 JSON 对象', en: 'is not a JSON object' },
  text: { zh: '须为文字', en: 'must be a text' },
  draft: { zh: '尚未发布', en: 'is not published yet' },
  stage: { zh: '不是 ISO 阶段代码', en: 'is not a stage code of ISO' },
  published: { zh: '发布日期须为 YYYY 或 YYYY-MM', en: 'must be YYYY or YYYY-MM' },
};

/** A draft from a line of the catalogue. Dates have the precision of a month at best: the first day stands for it. */
export function isoRecord(line: string): Draft | FieldFault {
  if (line.includes('\ufffd')) return fault('', line, ENCODING);
  const record = parse(line);
  if (!record) return fault('', line, words.json);
  return recordFault(record) ?? draftOf(record);
}

function draftOf({ id, title, published, stage, ics = [], rel = [] }: IsoRecord): Draft {
  const issuedOn = dayOf(published ?? '');
  const withdrawn = Number.parseInt(stage ?? '', 10) >= WITHDRAWN;
  return {
    number: id,
    title: { en: title },
    ics,
    mandatory: false,
    ...(issuedOn !== undefined && { issuedOn, inForceFrom: issuedOn }),
    withdrawn,
    source: 'https://www.iso.org/open-data.html',
    confidence: withdrawn || published?.length !== 7 ? 'to-confirm' : 'confirmed',
    relations: rel.flatMap(relationOf).filter(({ other }) => isPublished(other, id)),
  };
}

/** `updates` points to the newer document, `obsoletes` to the older one. */
function relationOf([type, other]: readonly [string, string]): DraftRelation[] {
  if (type === 'updates') return [{ kind: 'replaces', other, reversed: true }];
  return type === 'obsoletes' ? [{ kind: 'replaces', other }] : [];
}

/** Projects are listed without a year until they are published: they take no one's place yet. A loop of one is a slip. */
function isPublished(other: string, id: string): boolean {
  const read = parseStandardNumber(other);
  return read?.year !== undefined && read.canonical !== parseStandardNumber(id)?.canonical;
}

function parse(line: string): IsoRecord | undefined {
  try {
    const value = JSON.parse(line) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as IsoRecord) : undefined;
  } catch {
    return undefined;
  }
}

/** The file is anybody's: nothing is taken for granted. */
function recordFault({ id, title, published, stage, ics, rel }: IsoRecord): FieldFault | undefined {
  if (typeof id !== 'string') return fault('id', id, words.text);
  if (typeof title !== 'string') return fault('title', title, words.text);
  if (!isTexts(ics)) return fault('ics', ics, words.text);
  if (rel !== undefined && !(Array.isArray(rel) && rel.every(isTexts))) return fault('rel', rel, words.text);
  const reached = stageFault(stage);
  if (reached) return reached;
  return published && dayOf(published) === undefined ? fault('published', published, words.published) : undefined;
}

function stageFault(stage: IsoRecord['stage']): FieldFault | undefined {
  if (!stage) return undefined;
  if (typeof stage !== 'string' || !/^\d\d\.\d\d$/.test(stage)) return fault('stage', stage, words.stage);
  return Number.parseInt(stage, 10) < PUBLISHED ? fault('stage', stage, words.draft) : undefined;
}

function isTexts(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}

function dayOf(published: string): string | undefined {
  const [, year, month = '01'] = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(published) ?? [];
  return year === undefined ? undefined : `${year}-${month}-01`;
}
