import { parseRange, parseStandardNumber, tidyName } from '@qi/kernel';
import type { MeasuringRange, Words } from '@qi/kernel';
import type { CapabilityDetails } from '../capability/capability';
import type { PublishedRow } from './calibration-table';
import { readUncertainty, type Uncertainty } from './uncertainty-text';

export interface FieldFault {
  readonly field: string;
  readonly value: string;
  readonly words: Words;
}

/** What all rows of one scope have in common. */
export interface ScopeFrame {
  readonly validFrom: string;
  readonly validTo: string;
  /** Number of a place in the file (`branchId`) → site. */
  readonly places: Readonly<Record<string, string>>;
  /** Site of rows that name no place. */
  readonly onlySite: string | null;
}

const words = {
  missing: { zh: '没有填写', en: 'is empty' },
  method: { zh: '校准方法的标准号无法识别', en: 'the number of the method cannot be read' },
  range: { zh: '测量范围无法识别，须有上下限和单位', en: 'the range cannot be read: both ends and a unit are needed' },
  uncertainty: { zh: '扩展不确定度无法识别', en: 'the expanded uncertainty cannot be read' },
  k: { zh: '没有写明包含因子 k', en: 'the coverage factor k is not given' },
  apart: { zh: '测量范围与不确定度的行数不同', en: 'there are not as many uncertainties as ranges' },
  limit: {
    zh: '限制说明无法读成结构，请拆分后录入',
    en: 'the limit cannot be read into structure: enter the row by hand',
  },
  place: { zh: '没有对应的场所，请在导入时指明', en: 'stands for no site: name its site with the import' },
};

const SILENT = /^(无|暂无|[-—/]*|none)$/i;
const ON_SITE = /^(可|能)?(现场|在现场)(校准|检定)?$/;

/** The capabilities of one row: one for each range with its uncertainty. Any fault refuses the row. */
export function readRow(row: PublishedRow, frame: ScopeFrame): CapabilityDetails[] | FieldFault[] {
  const faults: FieldFault[] = [];
  const fault = (field: string, value: string, said: Words) =>
    void faults.push({ field, value: value.slice(0, 200), words: said });
  const site =
    row.place === '' ? frame.onlySite : (Object.hasOwn(frame.places, row.place) && frame.places[row.place]) || null;
  if (site === null) fault('place', row.place, words.place);
  if (row.measurand === '') fault('measurand', '', words.missing);
  if (!parseStandardNumber(row.method.replace(/《[^》]*》/g, ' ').trim())) fault('method', row.method, words.method);
  const onSite = ON_SITE.test(row.limitNote);
  if (!onSite && !SILENT.test(row.limitNote)) fault('limitNote', row.limitNote, words.limit);
  const pairs = pairsOf(row, fault);
  if (faults.length > 0 || site === null) return faults;
  return pairs.map(([range, { value, unit, k }]) => ({
    ...{ siteId: site, kind: 'calibration' as const, measurand: tidyName(row.measurand), onSite, legalAreas: [] },
    instrumentKinds: row.instrument === '' ? [] : [tidyName(row.instrument)],
    ...{ rangeMin: range.min, rangeMax: range.max, unit: range.unit },
    ...{ uncertainty: value, uncertaintyUnit: unit, k: k ?? (row.k || '2'), p: '95' },
    method: tidyName(row.method.replace(/《[^》]*》/g, ' ')),
    ...{ validFrom: frame.validFrom, validTo: frame.validTo },
  }));
}

type Pair = readonly [Required<MeasuringRange>, Uncertainty];

/** Ranges and uncertainties stand line by line in their cells; one uncertainty may hold for all ranges. */
function pairsOf(row: PublishedRow, fault: (field: string, value: string, said: Words) => void): Pair[] {
  const [ranges, texts] = [linesOf(row.range), linesOf(row.uncertainty)];
  if (texts.length !== 1 && texts.length !== ranges.length) fault('uncertainty', row.uncertainty, words.apart);
  const pairs: Pair[] = [];
  for (const [at, text] of ranges.entries()) {
    const range = parseRange(text);
    if (range?.min === undefined || range.max === undefined) fault('range', text, words.range);
    const said = texts.length === 1 ? texts[0]! : (texts[at] ?? '');
    const uncertainty = readUncertainty(said);
    if (!uncertainty) fault('uncertainty', said, words.uncertainty);
    if (range?.min !== undefined && range.max !== undefined && uncertainty)
      pairs.push([{ min: range.min, max: range.max, unit: range.unit }, uncertainty]);
  }
  if (ranges.length === 0) fault('range', '', words.missing);
  return pairs;
}

function linesOf(cell: string): string[] {
  return cell
    .split(/[\n;；]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
