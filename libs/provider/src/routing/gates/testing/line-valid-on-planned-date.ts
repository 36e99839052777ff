import type { Words } from '@qi/kernel';
import type { ScopeFacts, ScopeLineFact } from '../../facts';
import { pass } from '../../gate';
import type { Gate } from '../../gate';
import { coverageOf } from './coverage';
import { textOf } from './method';

/** The accreditation of the line must stand on the day the work is done, not on the day it is asked for. */
export const lineValidOnPlannedDate: Gate<ScopeFacts> = {
  name: 'line-valid-on-planned-date',
  words: { zh: '能力条目在计划日期有效', en: 'scope line valid on the planned date' },
  kind: 'competence',
  judge: (demand, candidate, context) => {
    const missing = coverageOf(demand, candidate, context).find(
      ({ ofMethod, valid }) => ofMethod.length > 0 && valid.length === 0,
    );
    const line = missing?.ofMethod.reduce(longest);
    if (!missing || !line) return pass;
    const why = reasonOf(line, demand.demand.plannedDate);
    const pair = `${missing.pair.parameter} × ${textOf(missing.method)}`;
    return {
      pass: false,
      code: why.code,
      words: { zh: `${pair}：${why.words.zh}`, en: `${pair}: ${why.words.en}` },
    };
  },
};

function longest(a: ScopeLineFact, b: ScopeLineFact): ScopeLineFact {
  const rank = ({ status, validTo, lineId }: ScopeLineFact) =>
    `${status === 'active' ? 1 : 0} ${validTo ?? '9999'} ${lineId}`;
  return rank(b) > rank(a) ? b : a;
}

function reasonOf(line: ScopeLineFact, on: string): { readonly code: string; readonly words: Words } {
  if (line.status === 'suspended') {
    const why = line.suspendedReason;
    return {
      code: 'suspended',
      words: { zh: `条目已暂停${why ? `（${why}）` : ''}`, en: `the line is suspended${why ? ` (${why})` : ''}` },
    };
  }
  if (line.status === 'proposed')
    return { code: 'proposed', words: { zh: '条目尚未批准', en: 'the line is not yet approved' } };
  if (line.status === 'withdrawn')
    return { code: 'withdrawn', words: { zh: '条目已撤销', en: 'the line was withdrawn' } };
  if (line.status === 'active' && on < line.validFrom) {
    return {
      code: 'not-yet-valid',
      words: { zh: `条目自 ${line.validFrom} 起有效`, en: `the line is valid from ${line.validFrom}` },
    };
  }
  const validTo = line.validTo ?? on;
  return { code: 'expired', words: { zh: `条目有效期至 ${validTo}`, en: `the line was valid until ${validTo}` } };
}
