import type { ServiceRequestsRequestLineDto, ServiceRequestsRequestResponse } from '../../api/generated';
import type { Suggestion } from '../need/recognise';

export type Line = ServiceRequestsRequestLineDto;

/** What the firm writes; the rest of a request follows from it. */
export interface Content {
  readonly platformId: string;
  readonly title: string;
  readonly problem: string;
  readonly needBy: string;
  readonly attachmentIds: readonly string[];
  readonly lines: readonly Line[];
}

/** A draft as the browser keeps it: `base` is the version that the server had when this text was begun. */
export interface KeptDraft {
  readonly base: number;
  readonly content: Content;
}

export function contentOf(request: ServiceRequestsRequestResponse): Content {
  const { platformId, title = '', problem = '', needBy = '', attachmentIds } = request;
  return {
    platformId,
    title,
    problem,
    needBy,
    attachmentIds,
    lines: request.lines.map((line) => lineOf(line as never)),
  };
}

/** A line without what the service adds on reading (names, element, days), so that it can be sent back. */
function lineOf(line: Line): Line {
  const { key, itemCode, itemVersion, answers, demand, dependsOn, needBy, urgency, secrecy, consents } = line;
  const sent = { key, itemCode, itemVersion, answers, demand, dependsOn, needBy, urgency, secrecy, consents };
  const { excluded, preferred } = line;
  return { ...sent, excluded, preferred };
}

/** The body of a save: empty texts are left out by null, so that clearing a field clears it. */
export function bodyOf(content: Content) {
  const { platformId, title, problem, needBy, attachmentIds, lines } = content;
  return {
    platformId,
    attachmentIds: [...attachmentIds],
    lines: [...lines],
    ...(title.trim() && { title: title.trim() }),
    ...(problem.trim() && { problem: problem.trim() }),
    ...(needBy && { needBy }),
  };
}

export const sameContent = (one: Content, other: Content): boolean =>
  JSON.stringify(bodyOf(one)) === JSON.stringify(bodyOf(other));

/** The parts of a draft that two people wrote differently, by name. */
export function differences(mine: Content, theirs: Content): (keyof Content)[] {
  const names = ['title', 'problem', 'needBy', 'platformId', 'attachmentIds', 'lines'] as const;
  return names.filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]));
}

/** A key that no line of the draft has yet: `1`, `2`, … */
function freeKey(lines: readonly Line[]): string {
  const taken = new Set(lines.map(({ key }) => key));
  let number = lines.length + 1;
  while (taken.has(String(number))) number += 1;
  return String(number);
}

interface Wanted {
  readonly itemCode: string;
  readonly element: string;
}

/** Adds an item; what the need told about it (product, standards, instruments) is filled in, to be edited. */
export function addLine(content: Content, item: Wanted, known?: Suggestion): Content {
  const object = known?.object || content.title || '…';
  const demand = { ...demandFor(item.element, known), object };
  const line = { key: freeKey(content.lines), itemCode: item.itemCode, answers: {}, demand };
  return { ...content, lines: [...content.lines, line] };
}

function demandFor(element: string, known: Suggestion | undefined): Omit<Line['demand'], 'object'> {
  if (element === 'metrology')
    return { place: 'laboratory', measurements: known?.instruments.map(asMeasurement) ?? [] };
  if (element === 'testing') return { place: 'laboratory', tests: known?.standards.map(asTest) ?? [] };
  return { place: element === 'certification' ? 'laboratory' : 'on-site' };
}

const asTest = (methodStandard: string) => ({ parameter: '全部参数', methodStandard });
const asMeasurement = ({ name, measurand, unit, min, max }: Suggestion['instruments'][number]) => ({
  instrument: name,
  measurand,
  unit,
  min,
  max,
  quantity: 1,
  service: 'calibration' as const,
});

/** Removes a line and every wish of other lines to wait for it. */
export function removeLine(content: Content, key: string): Content {
  const lines = content.lines
    .filter((line) => line.key !== key)
    .map((line) => ({ ...line, dependsOn: line.dependsOn?.filter((other) => other !== key) }));
  return { ...content, lines };
}

export function changeLine(content: Content, key: string, change: Partial<Line>): Content {
  return { ...content, lines: content.lines.map((line) => (line.key === key ? { ...line, ...change } : line)) };
}
