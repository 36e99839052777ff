import { DomainError, tidyName } from '@qi/kernel';
import type { Words } from '@qi/kernel';
import type { Scheme } from '@qi/contracts';
import { faultOf, type FieldFault, type RowReading } from '@qi/provider';
import { propose } from '../scope-line/scope-line';
import type { ScopeLine, ScopeLineDetails } from '../scope-line/scope-line';
import { methodsIn } from './methods-in-cell';
import { siteOf, type Places } from './places';

/** What a row of an annex says, in the words of the annex. */
export interface PublishedRow {
  /** The address the row stands for: `branchId`, number of the place. */
  readonly place: string;
  readonly placeName: string;
  readonly category: readonly string[];
  readonly object: string;
  readonly parameter: string;
  readonly methods: string;
  readonly limitNote: string;
  /** First day of this line; empty: that of the annex. */
  readonly startDate: string;
}

/** What all rows of one annex have in common. */
export interface AnnexFrame {
  readonly institutionId: string;
  readonly scheme: Scheme;
  readonly certNo: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly places: Places;
}

const words = {
  missing: { zh: '没有填写', en: 'is empty' },
  tooMany: { zh: '一行展开超过 {most} 条，请分行填写', en: 'one row makes more than {most} lines: write several rows' },
};

const READER = { by: { sub: 'annex', name: '能力附表' }, at: new Date(0) };
const MOST_LINES = 2_000;

/**
 * One row as the register would hold it: one line for each object, parameter and method that it lists. What cannot be
 * read is a fault, and the rest of the row still counts.
 */
export function readRow(row: PublishedRow, frame: AnnexFrame): RowReading<ScopeLine> {
  const site = siteOf(row, frame.places);
  const empty = (['object', 'parameter', 'methods'] as const).filter((field) => row[field].trim() === '');
  const { methods, unread } = methodsIn(row.methods);
  const faults = [
    ...(typeof site === 'string' ? [] : [site]),
    ...empty.map((field) => faultOf(field, '', words.missing)),
    ...unread.map((piece) => faultOf('methods', piece.text, piece.words)),
  ];
  if (typeof site !== 'string' || empty.length > 0) return { lines: [], faults };
  const pairs = listed(row.object).flatMap((object) =>
    listed(row.parameter).map((parameter) => ({ object, parameter })),
  );
  if (pairs.length * methods.length > MOST_LINES)
    return { lines: [], faults: [...faults, faultOf('parameter', row.parameter, tooMany())] };
  const made = pairs.flatMap((pair) => methods.map((method) => lineOf({ ...row, ...pair }, { site, method }, frame)));
  return {
    lines: made.filter((line) => 'id' in line),
    faults: [...faults, ...made.filter((line) => 'field' in line)],
  };
}

function tooMany(): Words {
  const fill = (text: string) => text.replace('{most}', String(MOST_LINES));
  return { zh: fill(words.tooMany.zh), en: fill(words.tooMany.en) };
}

/** `箱包、玩具、纽扣` are three; what stands in brackets belongs together, and so does `1,2-二氯乙烷`. */
function listed(names: string): string[] {
  const pieces: string[] = [''];
  let depth = 0;
  for (const char of names.normalize('NFKC')) {
    if (char === '(' || char === '[') depth += 1;
    if (char === ')' || char === ']') depth -= 1;
    if (depth <= 0 && /[、;\n]/.test(char)) pieces.push('');
    else pieces[pieces.length - 1] += char;
  }
  const distinct = new Set(pieces.map(tidyName).filter((piece) => piece !== ''));
  return [...distinct];
}

function lineOf(
  row: PublishedRow,
  { site, method }: { site: string; method: string },
  frame: AnnexFrame,
): ScopeLine | FieldFault {
  const { scheme, certNo, validTo, institutionId } = frame;
  const { object, parameter, startDate } = row;
  const details: ScopeLineDetails = {
    ...{ siteId: site, scheme, certNo, category: row.category.map(tidyName), object, parameter, method },
    ...{ rangeMin: null, rangeMax: null, unit: null, uncertainty: null },
    limitNote: tidyName(row.limitNote) || null,
    validFrom: startDate > frame.validFrom ? startDate : frame.validFrom,
    validTo,
  };
  try {
    return propose(details, { id: '', institutionId }, READER);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const field = error.code === 'scope-line/ends-before-start' ? 'startDate' : 'methods';
    return faultOf(field, field === 'methods' ? method : startDate, error.words);
  }
}
