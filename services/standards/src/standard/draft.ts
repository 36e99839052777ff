import { addDays, DomainError, parseStandardNumber, type StandardNumber, type Words } from '@qi/kernel';
import type { Degree, Extent, Relation, RelationKind } from './relation';
import type { Confidence, Entry } from './standard';

/** A standard as a form or a file states it: numbers in any spelling, nothing checked yet. */
export interface Draft {
  readonly number: string;
  readonly title: Partial<Words>;
  readonly ics?: readonly string[];
  readonly ccs?: readonly string[];
  /** Absent: as the prefix says (GB and JJG are mandatory, all others recommended). */
  readonly mandatory?: boolean;
  readonly issuedOn?: string;
  readonly inForceFrom?: string;
  readonly endsOn?: string;
  readonly withdrawn?: boolean;
  readonly source?: string;
  readonly confidence?: Confidence;
  readonly relations?: readonly DraftRelation[];
}

export interface DraftRelation {
  readonly kind: RelationKind;
  readonly other: string;
  readonly extent?: Extent;
  readonly clauses?: readonly string[];
  readonly degree?: Degree;
  readonly since?: string;
  /** The sentence is about the other standard: «`other` kind this one». */
  readonly reversed?: boolean;
}

export interface FieldFault {
  readonly field: string;
  readonly value: string;
  readonly words: Words;
}

export type ReadDraft =
  { readonly entry: Entry; readonly faults: readonly [] } | { readonly faults: readonly FieldFault[] };

const ICS = /^\d{2}(\.\d{3}(\.\d{2})?)?$/;
const CCS = /^[A-Z]\d{2}$/;
const MANDATORY_PREFIXES = ['GB', 'JJG'];

const words = {
  unreadable: { zh: '无法识别的标准号', en: 'is not a standard number that can be read' },
  undated: { zh: '标准号须带年号', en: 'must have its year' },
  untitled: { zh: '须有中文或英文名称', en: 'must be given in Chinese or English' },
  ics: { zh: 'ICS 分类号形如 97.190', en: 'is not an ICS class such as 97.190' },
  ccs: { zh: 'CCS 分类号形如 Y57', en: 'is not a CCS class such as Y57' },
  date: { zh: '日期须为实际存在的 YYYY-MM-DD', en: 'must be an existing day written YYYY-MM-DD' },
  order: { zh: '早于前一个日期', en: 'lies before the date that comes before it' },
  itself: { zh: '不能与自身建立关系', en: 'cannot stand in a relation to itself' },
} satisfies Record<string, Words>;

/** The entry that a draft means, or every field that is at fault. */
export function readDraft(draft: Draft): ReadDraft {
  const number = parseStandardNumber(draft.number);
  const faults = [...numberFaults(draft.number, number), ...fieldFaults(draft)];
  if (!number || faults.length > 0) return { faults };
  const relations = (draft.relations ?? []).map((stated, at) => readRelation(number.canonical, stated, at));
  const wrong = relations.flatMap((relation) => ('words' in relation ? [relation] : []));
  if (wrong.length > 0) return { faults: wrong };
  return {
    faults: [],
    entry: { standard: standardFrom(draft, number), relations: relations.filter((read) => 'kind' in read) },
  };
}

function standardFrom(draft: Draft, number: StandardNumber): Entry['standard'] {
  const { issuedOn = null, inForceFrom = null, endsOn = null, source = null } = draft;
  return {
    number: number.canonical,
    printed: draft.number.trim(),
    family: number.family,
    title: { zh: tidy(draft.title.zh), en: tidy(draft.title.en) },
    ics: [...new Set(draft.ics)].sort(),
    ccs: [...new Set(draft.ccs)].sort(),
    mandatory: draft.mandatory ?? MANDATORY_PREFIXES.includes(number.prefix),
    ...{ issuedOn, inForceFrom, endsOn, source, withdrawn: draft.withdrawn ?? false },
    confidence: draft.confidence ?? 'confirmed',
  };
}

function tidy(title = ''): string {
  return title.normalize('NFKC').trim().replace(/\s+/g, ' ');
}

function numberFaults(value: string, number: StandardNumber | undefined): FieldFault[] {
  if (!number) return [{ field: 'number', value, words: words.unreadable }];
  return number.year === undefined ? [{ field: 'number', value, words: words.undated }] : [];
}

function fieldFaults(draft: Draft): FieldFault[] {
  const { title, ics = [], ccs = [] } = draft;
  return [
    ...(tidy(title.zh) || tidy(title.en) ? [] : [{ field: 'title', value: '', words: words.untitled }]),
    ...ics.filter((value) => !ICS.test(value)).map((value) => ({ field: 'ics', value, words: words.ics })),
    ...ccs.filter((value) => !CCS.test(value)).map((value) => ({ field: 'ccs', value, words: words.ccs })),
    ...dateFaults(draft),
    ...orderFaults(draft),
  ];
}

function dateFaults({ issuedOn, inForceFrom, endsOn, relations = [] }: Draft): FieldFault[] {
  return Object.entries({ issuedOn, inForceFrom, endsOn, ...sinceOf(relations) }).flatMap(([field, value]) =>
    value === undefined || isDay(value) ? [] : [{ field, value, words: words.date }],
  );
}

function orderFaults({ issuedOn, inForceFrom, endsOn }: Draft): FieldFault[] {
  const start = inForceFrom ?? issuedOn;
  const [late, over] = [isBefore(inForceFrom, issuedOn), isBefore(endsOn, start)];
  return [
    ...(late ? [{ field: 'inForceFrom', value: inForceFrom ?? '', words: words.order }] : []),
    ...(over ? [{ field: 'endsOn', value: endsOn ?? '', words: words.order }] : []),
  ];
}

function isBefore(date: string | undefined, other: string | undefined): boolean {
  return date !== undefined && other !== undefined && date < other;
}

function sinceOf(relations: readonly DraftRelation[]): Record<string, string | undefined> {
  return Object.fromEntries(relations.map(({ since }, at) => [`relations/${at}/since`, since]));
}

function isDay(value: string): boolean {
  try {
    return addDays(value, 0) === value;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

function readRelation(number: string, stated: DraftRelation, at: number): Relation | FieldFault {
  const read = parseStandardNumber(stated.other);
  const reason = relationFault(number, stated, read);
  if (!read || reason)
    return { field: `relations/${at}/other`, value: stated.other, words: reason ?? words.unreadable };
  const { kind, reversed, since = null } = stated;
  const [subject, object] = reversed ? [read.canonical, number] : [number, read.canonical];
  return { number: subject, kind, other: object, ...measureOf(stated), since };
}

function relationFault(number: string, { kind }: DraftRelation, read: StandardNumber | undefined): Words | undefined {
  if (!read) return words.unreadable;
  if (read.year === undefined && kind !== 'adopts') return words.undated;
  return read.canonical === number ? words.itself : undefined;
}

/** How far a relation goes; what does not belong to its kind is dropped. */
function measureOf({ kind, extent, clauses, degree }: DraftRelation): Pick<Relation, 'extent' | 'clauses' | 'degree'> {
  const none = { extent: null, clauses: [], degree: null };
  if (kind === 'adopts') return { ...none, degree: degree ?? null };
  if (kind !== 'replaces') return none;
  return { ...none, extent: extent ?? 'whole', clauses: extent === 'clause' ? (clauses ?? []) : [] };
}
