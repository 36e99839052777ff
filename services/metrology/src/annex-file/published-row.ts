import { parseRange, parseStandardNumber, tidyName } from '@qi/kernel';
import type { MeasuringRange } from '@qi/kernel';
import { faultOf, type FieldFault, type RowReading } from '@qi/provider';
import type { CapabilityDetails } from '../capability/capability';
import type { PublishedRow } from './calibration-table';
import { readUncertainty, type Uncertainty } from './uncertainty-text';

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
export function readRow(row: PublishedRow, frame: ScopeFrame): RowReading<CapabilityDetails> {
  const site = siteOf(row, frame);
  const method = tidyName(row.method.replace(/《[^》]*》/g, ' '));
  const onSite = ON_SITE.test(row.limitNote);
  const { pairs, faults } = pairsOf(row);
  const all = [
    ...(site === null ? [faultOf('place', row.place, words.place)] : []),
    ...(row.measurand === '' ? [faultOf('measurand', '', words.missing)] : []),
    ...(parseStandardNumber(method) ? [] : [faultOf('method', row.method, words.method)]),
    ...(onSite || SILENT.test(row.limitNote) ? [] : [faultOf('limitNote', row.limitNote, words.limit)]),
    ...faults,
  ];
  if (all.length > 0 || site === null) return { lines: [], faults: all };
  const lines = pairs.map(([range, { value, unit, k }]) => ({
    ...{ siteId: site, kind: 'calibration' as const, measurand: tidyName(row.measurand), onSite, legalAreas: [] },
    instrumentKinds: row.instrument === '' ? [] : [tidyName(row.instrument)],
    ...{ rangeMin: range.min, rangeMax: range.max, unit: range.unit, method },
    ...{ uncertainty: value, uncertaintyUnit: unit, k: k ?? (row.k || '2'), p: '95' },
    ...{ validFrom: frame.validFrom, validTo: frame.validTo },
  }));
  return { lines, faults: [] };
}

function siteOf({ place }: PublishedRow, { places, onlySite }: ScopeFrame): string | null {
  if (place === '') return onlySite;
  return (Object.hasOwn(places, place) ? places[place] : undefined) ?? null;
}

type Pair = readonly [Required<MeasuringRange>, Uncertainty];

/** Ranges and uncertainties stand line by line in their cells; one uncertainty may hold for all ranges. */
function pairsOf(row: PublishedRow): { pairs: Pair[]; faults: FieldFault[] } {
  const [ranges, texts] = [linesOf(row.range), linesOf(row.uncertainty)];
  if (ranges.length === 0) return { pairs: [], faults: [faultOf('range', '', words.missing)] };
  if (texts.length !== 1 && texts.length !== ranges.length)
    return { pairs: [], faults: [faultOf('uncertainty', row.uncertainty, words.apart)] };
  const read = ranges.map((text, at) => pairOf(text, texts.length === 1 ? texts[0]! : texts[at]!));
  return {
    pairs: read.filter((pair): pair is Pair => Array.isArray(pair)),
    faults: read.filter((pair): pair is FieldFault => !Array.isArray(pair)),
  };
}

function pairOf(rangeText: string, uncertaintyText: string): Pair | FieldFault {
  const range = parseRange(rangeText);
  if (range?.min === undefined || range.max === undefined) return faultOf('range', rangeText, words.range);
  const uncertainty = readUncertainty(uncertaintyText);
  if (!uncertainty) return faultOf('uncertainty', uncertaintyText, words.uncertainty);
  return [{ min: range.min, max: range.max, unit: range.unit }, uncertainty];
}

function linesOf(cell: string): string[] {
  return cell
    .split(/[\n;；]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
