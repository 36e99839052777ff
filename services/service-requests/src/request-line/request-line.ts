import type { Demand, Element, secrecies, urgencies } from '@qi/contracts';
import type { Words } from '@qi/kernel';

export type Urgency = (typeof urgencies)[number];
export type Secrecy = (typeof secrecies)[number];

/** The demand while it is written: the day of the work may still be open; it is planned from the dates at acceptance. */
export type DraftDemand = Omit<Demand, 'plannedDate'> & { readonly plannedDate?: string };

/** A paper handed in for a line: which of those that the item asks for, and the file. */
export interface LineDocument {
  readonly code: string;
  readonly attachmentId: string;
}

/** One wanted service: a catalogue item with the firm's answers and the demand in terms a provider can judge. */
export interface RequestLine {
  /** The firm's own name of the line within the request, `1`, `tricycle` …; dependencies refer to it. */
  readonly key: string;
  readonly itemCode: string;
  readonly itemVersion: number;
  readonly itemName: Words;
  readonly element: Element;
  /** Working days the item promises. */
  readonly days: number;
  readonly answers: Record<string, unknown>;
  readonly documents: LineDocument[];
  readonly demand: DraftDemand;
  readonly dependsOn: string[];
  /** Own date of this line; otherwise the request's. */
  readonly needBy?: string;
  readonly urgency: Urgency;
  readonly secrecy: Secrecy;
  readonly consents: { readonly subcontracting: boolean; readonly disclosure: boolean };
  readonly excluded: string[];
  readonly preferred: string[];
}

/** A fault in what was sent, at a place named by JSON pointer (RFC 6901). */
export interface LineFault {
  readonly pointer: string;
  readonly words: Words;
}

type Node = Pick<RequestLine, 'key' | 'dependsOn'>;

/** Keys must be unique, dependencies must exist and must not run in a circle; the circle is named, `a → b → a`. */
export function dependencyFaults(lines: readonly Node[]): LineFault[] {
  const faults = [...repeatedKeys(lines), ...unknownKeys(lines)];
  if (faults.length > 0) return faults;
  const cycle = findCycle(lines);
  if (!cycle) return [];
  const at = lines.findIndex((line) => line.key === cycle[0]);
  const path = cycle.join(' → ');
  return [
    {
      pointer: `/lines/${at}/dependsOn`,
      words: { zh: `先后关系成环：${path}`, en: `the dependencies run in a circle: ${path}` },
    },
  ];
}

function repeatedKeys(lines: readonly Node[]): LineFault[] {
  return lines.flatMap(({ key }, at) =>
    lines.findIndex((line) => line.key === key) === at
      ? []
      : [{ pointer: `/lines/${at}/key`, words: { zh: `行标识重复：${key}`, en: `line key is used twice: ${key}` } }],
  );
}

function unknownKeys(lines: readonly Node[]): LineFault[] {
  const keys = new Set(lines.map(({ key }) => key));
  return lines.flatMap((line, at) =>
    line.dependsOn.flatMap((key, index) =>
      keys.has(key)
        ? []
        : [
            {
              pointer: `/lines/${at}/dependsOn/${index}`,
              words: { zh: `没有标识为 ${key} 的行`, en: `there is no line ${key}` },
            },
          ],
    ),
  );
}

/** The first circle found, closed: its first key is also its last. */
export function findCycle(lines: readonly Node[]): string[] | undefined {
  const byKey = new Map(lines.map((line) => [line.key, line]));
  const done = new Set<string>();
  const visit = (key: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(key)) return [...path.slice(path.indexOf(key)), key];
    if (done.has(key)) return undefined;
    for (const next of byKey.get(key)?.dependsOn ?? []) {
      const cycle = visit(next, [...path, key]);
      if (cycle) return cycle;
    }
    done.add(key);
    return undefined;
  };
  for (const { key } of lines) {
    const cycle = visit(key, []);
    if (cycle) return cycle;
  }
  return undefined;
}

/** Dates that have passed already. `today` is the business date in Asia/Shanghai. */
export function dateFaults(
  needBy: string | null | undefined,
  lines: readonly RequestLine[],
  today: string,
): LineFault[] {
  const faults: LineFault[] = [];
  const check = (pointer: string, date: string | null | undefined, words: Words) => {
    if (date && date < today) faults.push({ pointer, words });
  };
  check('/needBy', needBy, { zh: '需求日期已过', en: 'the need-by date is in the past' });
  lines.forEach((line, at) => {
    check(`/lines/${at}/needBy`, line.needBy, { zh: '需求日期已过', en: 'the need-by date is in the past' });
    check(`/lines/${at}/demand/plannedDate`, line.demand.plannedDate, {
      zh: '计划日期已过',
      en: 'the planned date is in the past',
    });
  });
  return faults;
}
