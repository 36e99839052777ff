import {
  ServiceRequestReturnedV1,
  ServiceRequestRefusedV1,
  ServiceRequestSubmittedV1,
  serviceRequestTransitions,
  type By,
  type EnterpriseRef,
  type ServiceRequestStatus,
} from '@qi/contracts';
import { assertTransition, type Words } from '@qi/kernel';
import { withData, type LifeLineEntry } from '../life-line/life-line';
import type { RequestLine } from '../request-line/request-line';
import type { Change, ClockCommand } from '../time-limit/change';
import { refusalReasons, returnReasons, type CodedReason } from './coded-reasons';
import { requestProblem } from './service-request.problems';

export const channels = ['portal', 'counter'] as const;
export type Channel = (typeof channels)[number];

export interface Contact {
  readonly name: string;
  readonly phone: string;
}

/** What the window asked of the firm, or why it refused; `fields` point at what is to be mended. */
export interface WindowAnswer {
  readonly kind: 'returned' | 'refused';
  readonly reasonCode: string;
  readonly note: string | null;
  readonly fields: readonly { readonly pointer: string; readonly note: string }[];
  readonly by: By;
  readonly at: string;
}

/** A firm's need, from the first word typed to the closed case. */
export interface ServiceRequest {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: ServiceRequestStatus;
  readonly channel: Channel;
  readonly enterpriseId: string;
  /** The firm as it was when last saved: providers get these values. */
  readonly enterprise: EnterpriseRef;
  readonly platformId: string;
  /** Of the enterprise; whose officers see the request hangs on it. */
  readonly areaCode: string;
  readonly title: string | null;
  /** «I have a problem», in the firm's words; a clerk turns it into lines after submission. */
  readonly problem: string | null;
  readonly needBy: string | null;
  readonly contact: Contact | null;
  readonly attachmentIds: string[];
  readonly lines: RequestLine[];
  /** Items of the lines: for the hint that the firm has asked the same lately. */
  readonly itemCodes: string[];
  readonly answer: WindowAnswer | null;
  readonly withdrawal: string | null;
  readonly copiedFromId: string | null;
  readonly createdBy: By;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly completedAt: Date | null;
  readonly closedAt: Date | null;
  readonly ratedAt: Date | null;
}

export type RequestChange = Change<ServiceRequest>;

/** Who does something, and when. */
export interface Act {
  readonly by: By;
  readonly at: Date;
}

export function isEditable(status: ServiceRequestStatus): boolean {
  return status === 'draft' || status === 'returned';
}

export function assertEditable(request: Pick<ServiceRequest, 'status'>): void {
  if (!isEditable(request.status)) throw requestProblem['not-editable']({ status: request.status });
}

/** The firm hands it in. Without lines it needs the problem in words; the clerk's clock starts, or goes on after a return. */
export function submit(request: ServiceRequest, act: Act): RequestChange {
  go(request, 'submitted');
  if (request.lines.length === 0 && !request.problem?.trim()) throw requestProblem.empty();
  const again = request.status === 'returned';
  return {
    next: { status: 'submitted', submittedAt: request.submittedAt ?? act.at, answer: null },
    events: [
      ServiceRequestSubmittedV1.of({
        ...refOf(request),
        enterpriseName: request.enterprise.name,
        areaCode: request.areaCode,
        ...(request.enterprise.industryCode ? { industryCode: request.enterprise.industryCode } : {}),
        items: request.lines.length,
        ...(request.needBy ? { needBy: request.needBy } : {}),
        channel: request.channel,
        by: act.by,
        at: act.at.toISOString(),
      }),
    ],
    entries: [entryOf(request, act, 'submitted', submittedWords(request, again))],
    clocks: [acceptClock(request, again ? 'resume' : 'start', act)],
  };
}

/** The window asks the firm to mend something; the clerk's clock stands still meanwhile. */
export function returnForCorrection(
  request: ServiceRequest,
  asked: Pick<WindowAnswer, 'reasonCode' | 'note' | 'fields'>,
  act: Act,
): RequestChange {
  go(request, 'returned');
  const reason = reasonOf(returnReasons, asked.reasonCode);
  const answer: WindowAnswer = { ...asked, kind: 'returned', by: act.by, at: act.at.toISOString() };
  return {
    next: { status: 'returned', answer },
    events: [ServiceRequestReturnedV1.of({ ...refOf(request), ...answerOf(answer), by: act.by, at: answer.at })],
    entries: [
      withData(
        entryOf(
          request,
          act,
          'returned',
          withNote({ zh: `退回补正：${reason.words.zh}`, en: `Returned: ${reason.words.en}` }, asked.note),
        ),
        {
          reasonCode: asked.reasonCode,
          fields: asked.fields,
        },
      ),
    ],
    clocks: [acceptClock(request, 'pause', act)],
  };
}

export function refuse(
  request: ServiceRequest,
  asked: Pick<WindowAnswer, 'reasonCode' | 'note'>,
  act: Act,
): RequestChange {
  go(request, 'refused');
  const reason = reasonOf(refusalReasons, asked.reasonCode);
  const answer: WindowAnswer = { ...asked, fields: [], kind: 'refused', by: act.by, at: act.at.toISOString() };
  return {
    next: { status: 'refused', answer },
    events: [ServiceRequestRefusedV1.of({ ...refOf(request), ...answerOf(answer), by: act.by, at: answer.at })],
    entries: [
      withData(
        entryOf(
          request,
          act,
          'refused',
          withNote({ zh: `不予受理：${reason.words.zh}`, en: `Refused: ${reason.words.en}` }, asked.note),
        ),
        {
          reasonCode: asked.reasonCode,
        },
      ),
    ],
    clocks: [acceptClock(request, 'stop', act)],
  };
}

/** A clerk or steward writes down the services behind a problem told in words. */
export function itemise(request: ServiceRequest, lines: RequestLine[], act: Act): RequestChange {
  if (request.status !== 'submitted') throw requestProblem['not-submitted']({ status: request.status });
  const items = lines.map(({ itemName }) => itemName);
  return {
    next: { lines, itemCodes: itemCodesOf(lines) },
    events: [],
    entries: [
      entryOf(request, act, 'itemised', {
        zh: `问题已细化为 ${lines.length} 项服务：${items.map(({ zh }) => zh).join('、')}`,
        en: `The problem was itemised into ${lines.length} services: ${items.map(({ en }) => en).join(', ')}`,
      }),
    ],
    clocks: [],
  };
}

export function itemCodesOf(lines: readonly RequestLine[]): string[] {
  return [...new Set(lines.map(({ itemCode }) => itemCode))].sort();
}

/** Ids and numbers that every fact about the request carries. */
export function refOf(request: Pick<ServiceRequest, 'id' | 'number' | 'enterpriseId' | 'platformId'>) {
  return {
    requestId: request.id,
    requestNumber: request.number,
    enterpriseId: request.enterpriseId,
    platformId: request.platformId,
  };
}

export function entryOf(
  request: Pick<ServiceRequest, 'id'>,
  { by, at }: Act,
  kind: string,
  words: Words,
): LifeLineEntry {
  return { requestId: request.id, taskId: null, at, by, kind, words, data: {} };
}

export function go(request: Pick<ServiceRequest, 'status'>, to: ServiceRequestStatus): void {
  assertTransition('service-request', serviceRequestTransitions, request.status, to);
}

export function acceptClock(
  request: Pick<ServiceRequest, 'id'>,
  action: ClockCommand['action'],
  { at }: Act,
): ClockCommand {
  return { action, kind: 'accept', requestId: request.id, taskId: null, at };
}

export function withNote(words: Words, note: string | null | undefined): Words {
  return note ? { zh: `${words.zh}。${note}`, en: `${words.en}. ${note}` } : words;
}

function submittedWords(request: ServiceRequest, again: boolean): Words {
  const where = request.channel === 'counter' ? { zh: '（窗口代办）', en: ' (at the counter)' } : { zh: '', en: '' };
  const what =
    request.lines.length > 0
      ? { zh: `${request.lines.length} 项服务`, en: `${request.lines.length} services` }
      : { zh: '一个待细化的问题', en: 'a problem in words' };
  return again
    ? { zh: `补正后再次提交：${what.zh}${where.zh}`, en: `Submitted again after correction: ${what.en}${where.en}` }
    : { zh: `提交：${what.zh}${where.zh}`, en: `Submitted: ${what.en}${where.en}` };
}

function reasonOf(reasons: Readonly<Record<string, CodedReason>>, code: string): CodedReason {
  const reason = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  if (!reason) throw requestProblem['unknown-reason']({ code, known: Object.keys(reasons) });
  return reason;
}

function answerOf({ reasonCode, note }: WindowAnswer) {
  return { reasonCode, ...(note ? { note } : {}) };
}
