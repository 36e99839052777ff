import { instrumentTransitions } from '@qi/contracts';
import type { InstrumentStatus } from '@qi/contracts';
import { addDays, assertTransition, problems } from '@qi/kernel';
import type { AreaCode } from '@qi/kernel';

/** How long before its due day an instrument is announced as due. */
export const NOTICE_DAYS = 30;

export interface InstrumentDetails {
  name: string;
  model: string;
  serialNumber: string;
  assetNumber: string;
  measurand: string;
  rangeMin: string;
  rangeMax: string;
  unit: string;
  accuracyClass: string;
  /** Months between calibrations. The owner sets it, unless a regulation does for compulsory verification. */
  intervalMonths: number;
  /** Subject to compulsory verification. */
  compulsory: boolean;
  place: string;
  /** By which it is verified or calibrated, in normal form: `JJG 30-2012`. */
  standard: string | null;
}

/** One measuring instrument in a firm's ledger. `lastOn` is the day of the last certificate, `dueOn` of the next. */
export interface Instrument extends InstrumentDetails {
  id: string;
  enterpriseId: string;
  areaCode: AreaCode;
  lastOn: string | null;
  dueOn: string;
  certificateNumber: string | null;
  status: InstrumentStatus;
  statusReason: string | null;
  updatedAt: Date;
  version: number;
}

export const instrumentProblem = problems('instrument', {
  'not-found': { kind: 'not-found', zh: '台账中没有这件器具：{id}', en: 'there is no such instrument: {id}' },
  'number-taken': {
    kind: 'conflict',
    zh: '台账中已有型号 {model}、出厂编号 {serialNumber} 的器具',
    en: 'the ledger already holds model {model} with serial number {serialNumber}',
  },
  'in-future': {
    kind: 'invalid',
    zh: '证书日期 {on} 在今天之后',
    en: 'the certificate date {on} lies in the future',
  },
  'no-owner': {
    kind: 'invalid',
    zh: '请写明器具所属企业（enterpriseId）',
    en: 'say which firm owns the instrument (enterpriseId)',
  },
  'not-yours': {
    kind: 'forbidden',
    zh: '只能登记本企业的器具，或由本辖区管理员登记',
    en: 'a firm enters its own instruments, an administrator those of firms in the area',
  },
  'not-stopped': { kind: 'conflict', zh: '器具并未停用', en: 'the instrument is not stopped' },
  scrapped: { kind: 'conflict', zh: '器具已报废', en: 'the instrument is scrapped' },
});

/** A new entry. Without a certificate it is due today. Throws `instrument/in-future`. */
export function enter(
  details: InstrumentDetails,
  owner: Pick<Instrument, 'id' | 'enterpriseId' | 'areaCode'>,
  certificate: Pick<Instrument, 'lastOn' | 'certificateNumber'>,
  time: { today: string; now: Date },
): Instrument {
  const { lastOn } = certificate;
  if (lastOn !== null && lastOn > time.today) throw instrumentProblem['in-future']({ on: lastOn });
  return {
    ...details,
    ...owner,
    ...certificate,
    dueOn: lastOn === null ? time.today : addMonths(lastOn, details.intervalMonths),
    status: 'in-use',
    statusReason: null,
    updatedAt: time.now,
    version: 1,
  };
}

/** Other particulars; another interval moves the due day. */
export function amend(instrument: Instrument, changes: Partial<InstrumentDetails>, now: Date): Partial<Instrument> {
  if (instrument.status === 'scrapped') throw instrumentProblem.scrapped();
  const { lastOn, dueOn } = instrument;
  const months = changes.intervalMonths;
  const next = months === undefined || lastOn === null ? dueOn : addMonths(lastOn, months);
  return { ...changes, dueOn: next, updatedAt: now };
}

/** Sent to a provider. */
export function send(instrument: Instrument, now: Date): Partial<Instrument> {
  return move(instrument, 'in-service', null, now);
}

/** Back with a certificate: in use until the interval ends. Throws `instrument/in-future`. */
export function takeBack(
  instrument: Instrument,
  certificate: { on: string; number: string },
  time: { today: string; now: Date },
): Partial<Instrument> {
  if (certificate.on > time.today) throw instrumentProblem['in-future']({ on: certificate.on });
  return {
    ...move(instrument, 'in-use', null, time.now),
    lastOn: certificate.on,
    dueOn: addMonths(certificate.on, instrument.intervalMonths),
    certificateNumber: certificate.number,
  };
}

export function stop(instrument: Instrument, reason: string, now: Date): Partial<Instrument> {
  return move(instrument, 'stopped', reason, now);
}

/** Taken up again after a stop; the due day stays, so it may be overdue at once. */
export function resume(instrument: Instrument, now: Date): Partial<Instrument> {
  if (instrument.status !== 'stopped') throw instrumentProblem['not-stopped']();
  return move(instrument, 'in-use', null, now);
}

export function scrap(instrument: Instrument, reason: string, now: Date): Partial<Instrument> {
  return move(instrument, 'scrapped', reason, now);
}

/** Where the calendar has brought it: due from the notice on, overdue after the due day. Undefined: nothing changes. */
export function age(instrument: Instrument, today: string, now: Date): Partial<Instrument> | undefined {
  const { status, dueOn } = instrument;
  if (status !== 'in-use' && status !== 'due') return undefined;
  const reached = reachedOn(dueOn, today);
  if (reached === status) return undefined;
  // Straight to overdue only by way of due: the table knows no other.
  const passing = status === 'in-use' ? move(instrument, 'due', null, now) : {};
  return reached === 'due' ? passing : move({ ...instrument, ...passing }, 'overdue', null, now);
}

/** The business date on which `age` has something to do next; undefined when the calendar changes nothing any more. */
export function nextCheckOn({ status, dueOn }: Pick<Instrument, 'status' | 'dueOn'>): string | undefined {
  if (status === 'in-use') return addDays(dueOn, -NOTICE_DAYS);
  return status === 'due' ? addDays(dueOn, 1) : undefined;
}

function reachedOn(dueOn: string, today: string): InstrumentStatus {
  if (today > dueOn) return 'overdue';
  return today >= addDays(dueOn, -NOTICE_DAYS) ? 'due' : 'in-use';
}

function move(instrument: Instrument, status: InstrumentStatus, statusReason: string | null, now: Date) {
  assertTransition('instrument', instrumentTransitions, instrument.status, status);
  return { status, statusReason, updatedAt: now };
}

/** The same day some months on, or the last of the month where there is none: 31 August + 6 months is 28 February. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
