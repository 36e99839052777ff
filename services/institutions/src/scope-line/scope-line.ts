import { scopeLineTransitions } from '@qi/contracts';
import type { By, Scheme, ScopeLineStatus } from '@qi/contracts';
import { assertTransition, nameKey, problems, tidyName } from '@qi/kernel';
import type { Words } from '@qi/kernel';
import { readMethod } from './method';

/** What an accreditation annex says in one row: this parameter of this object by this method, at this address. */
export interface ScopeLineDetails {
  siteId: string;
  scheme: Scheme;
  certNo: string;
  /** Levels 1 to 4 of the annex. */
  category: string[];
  object: string;
  parameter: string;
  /** The method as published, with clauses if any: `GB 6675.2-2014 5.8,5.9`. */
  method: string;
  rangeMin: string | null;
  rangeMax: string | null;
  unit: string | null;
  uncertainty: string | null;
  /** Restriction in the annex's words: `只用第二法`. */
  limitNote: string | null;
  /** First and last business date on which the line may be used. */
  validFrom: string;
  validTo: string;
}

/**
 * One version of one line. Two times are kept: `validFrom`–`validTo` is when the accreditation holds, `revFrom`–`revTo`
 * when this is what the register said. So a question about last March gets last March's answer.
 */
export interface ScopeLine extends ScopeLineDetails {
  id: string;
  version: number;
  institutionId: string;
  /** The method standard in normal form, its family (no year) and year. */
  standard: string;
  family: string;
  year: number | null;
  clauses: string[];
  /** The object's name in the form that is compared. */
  objectKey: string;
  status: ScopeLineStatus;
  statusReason: string | null;
  recordedBy: By;
  revFrom: Date;
  revTo: Date | null;
}

export interface Revision {
  readonly by: By;
  readonly at: Date;
}

export const scopeLineProblem = problems('scope-line', {
  'not-found': { kind: 'not-found', zh: '没有这条能力：{id}', en: 'there is no such scope line: {id}' },
  'ends-before-start': {
    kind: 'invalid',
    zh: '有效期止 {validTo} 早于有效期起 {validFrom}',
    en: 'the last day {validTo} lies before the first day {validFrom}',
  },
  'not-a-standard': {
    kind: 'invalid',
    zh: '方法标准号无法识别：{method}',
    en: 'the method standard cannot be read: {method}',
  },
  'not-proposed': {
    kind: 'conflict',
    zh: '已核准的能力不能直接修改，请撤回后重新申报，或由管理员变更',
    en: 'an approved line cannot be rewritten by its holder: withdraw it and propose another, or ask an administrator',
  },
  'not-reviewer': {
    kind: 'forbidden',
    zh: '只有管理员可以直接启用能力',
    en: 'only an administrator activates lines as they are entered',
  },
  closed: {
    kind: 'conflict',
    zh: '能力已{status}，不能再修改',
    en: 'the line is {status} and can no longer be changed',
  },
  ended: {
    kind: 'conflict',
    zh: '能力已于 {validTo} 到期，不能启用',
    en: 'the line ended on {validTo} and cannot be activated',
  },
  duplicate: {
    kind: 'conflict',
    zh: '该场所在 {scheme} 下已有 {object}·{parameter}·{standard}',
    en: 'the site already holds {object}, {parameter}, {standard} under {scheme}',
  },
  'unknown-site': {
    kind: 'invalid',
    zh: '机构没有这个场所：{siteId}',
    en: 'the institution has no such site: {siteId}',
  },
});

export function propose(
  details: ScopeLineDetails,
  line: { id: string; institutionId: string },
  { by, at }: Revision,
): ScopeLine {
  return {
    ...normalise(details),
    ...line,
    version: 1,
    status: 'proposed',
    statusReason: null,
    recordedBy: by,
    revFrom: at,
    revTo: null,
  };
}

/** Approves a proposal, or takes up a suspended line. `today` is the business date: what has ended stays ended. */
export function activate(line: ScopeLine, today: string, revision: Revision): ScopeLine {
  if (line.validTo < today) throw scopeLineProblem.ended({ validTo: line.validTo });
  return move(line, 'active', null, revision);
}

export function suspend(line: ScopeLine, reason: string, revision: Revision): ScopeLine {
  return move(line, 'suspended', reason, revision);
}

export function withdraw(line: ScopeLine, reason: string, revision: Revision): ScopeLine {
  return move(line, 'withdrawn', reason, revision);
}

export function expire(line: ScopeLine, revision: Revision): ScopeLine {
  return move(line, 'expired', null, revision);
}

/** Why jobs that rest on the line are looked at again. Lines of one certificate that fall together share the words. */
export function causeOf({ scheme, certNo, status, statusReason }: ScopeLine): Words {
  const zh = { withdrawn: '撤销', suspended: '暂停', expired: '到期', active: '恢复', proposed: '申报' }[status];
  const reason = statusReason ? [`：${statusReason}`, `: ${statusReason}`] : ['', ''];
  return {
    zh: `${scheme} 证书 ${certNo} 的部分能力已${zh}${reason[0]}`,
    en: `part of the scope of the ${scheme} certificate ${certNo} is ${status}${reason[1]}`,
  };
}

/** Whether the last day of a line in use has passed. */
export function isOver(line: Pick<ScopeLine, 'status' | 'validTo'>, today: string): boolean {
  return (line.status === 'active' || line.status === 'suspended') && line.validTo < today;
}

/** The next version with other particulars. The holder may rewrite a proposal only; `byRegistrar` lifts that. */
export function amend(
  line: ScopeLine,
  changes: Partial<ScopeLineDetails>,
  byRegistrar: boolean,
  revision: Revision,
): ScopeLine {
  if (scopeLineTransitions[line.status].length === 0) throw scopeLineProblem.closed({ status: line.status });
  if (line.status !== 'proposed' && !byRegistrar) throw scopeLineProblem['not-proposed']();
  return next(line, normalise({ ...detailsOf(line), ...changes }), revision);
}

/** What a new annex may change of a line it still holds. The first day stays: the line is held without a break. */
const PARTICULARS = ['certNo', 'category', 'object', 'method', 'limitNote', 'validTo'] as const;
export type Particular = (typeof PARTICULARS)[number] | 'status';

/** In what a line of a new annex differs from the line as held; a mere proposal differs by its status. */
export function differences(held: ScopeLine, wanted: ScopeLine): Particular[] {
  const other = PARTICULARS.filter((field) => String(held[field] ?? '') !== String(wanted[field] ?? ''));
  return held.status === 'proposed' ? [...other, 'status'] : other;
}

/** The next version of a held line as the annex has it, in use or still suspended; undefined when it says nothing new. */
export function renew(held: ScopeLine, wanted: ScopeLine, revision: Revision): ScopeLine | undefined {
  if (differences(held, wanted).length === 0) return undefined;
  const { certNo, category, object, method, limitNote, validTo } = wanted;
  const changes = normalise({ ...detailsOf(held), ...{ certNo, category, object, method, limitNote, validTo } });
  return next(held, held.status === 'proposed' ? { ...changes, status: 'active' } : changes, revision);
}

/** Ends a line that a new annex no longer holds. It is not deleted: until `lastDay` it was held, and `why` says what came. */
export function end(
  line: ScopeLine,
  { lastDay, today, why }: { lastDay: string; today: string; why: string },
  revision: Revision,
): ScopeLine {
  if (line.status === 'proposed' || line.validFrom > lastDay) return withdraw(line, why, revision);
  const ended = { ...line, validTo: line.validTo < lastDay ? line.validTo : lastDay };
  return isOver(ended, today) ? expire(ended, revision) : next(ended, {}, revision);
}

function move(line: ScopeLine, status: ScopeLineStatus, statusReason: string | null, revision: Revision): ScopeLine {
  assertTransition('scope-line', scopeLineTransitions, line.status, status);
  return next(line, { status, statusReason }, revision);
}

function next(line: ScopeLine, changes: Partial<ScopeLine>, { by, at }: Revision): ScopeLine {
  return { ...line, ...changes, version: line.version + 1, recordedBy: by, revFrom: at, revTo: null };
}

/** Reads the method, and brings the names that are matched into their one form. */
function normalise(details: ScopeLineDetails) {
  const { method, validFrom, validTo } = details;
  if (validTo < validFrom) throw scopeLineProblem['ends-before-start']({ validFrom, validTo });
  const read = readMethod(method);
  if (!read) throw scopeLineProblem['not-a-standard']({ method });
  const object = tidyName(details.object);
  const limitNote = details.limitNote || null;
  return { ...details, ...read, object, objectKey: nameKey(object), parameter: tidyName(details.parameter), limitNote };
}

function detailsOf(line: ScopeLine): ScopeLineDetails {
  const { siteId, scheme, certNo, category, object, parameter, method, rangeMin, rangeMax, unit } = line;
  const { uncertainty, limitNote, validFrom, validTo } = line;
  return {
    ...{ siteId, scheme, certNo, category, object, parameter, method, rangeMin, rangeMax, unit },
    ...{ uncertainty, limitNote, validFrom, validTo },
  };
}
