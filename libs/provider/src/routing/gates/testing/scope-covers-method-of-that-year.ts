import type { Words } from '@qi/kernel';
import type { ScopeFacts } from '../../facts';
import { pass } from '../../gate';
import type { Gate, RoutingContext, Verdict } from '../../gate';
import { citesMethod, coverageOf } from './coverage';
import type { PairCoverage } from './coverage';
import { numberOf, readNumber, textOf } from './method';

/** The edition counts: a scope that cites GB 14747-2006 does not cover GB/T 14747-2025. */
export const scopeCoversMethodOfThatYear: Gate<ScopeFacts> = {
  name: 'scope-covers-method-of-that-year',
  words: { zh: '能力范围含该年号的方法标准', en: 'scope covers the method standard of that year' },
  kind: 'competence',
  judge: (demand, candidate, context) => {
    const missing = coverageOf(demand, candidate, context).filter(
      ({ method, ofParameter, ofMethod }) =>
        numberOf(method) !== undefined && ofParameter.length > 0 && ofMethod.length === 0,
    );
    const first = missing[0];
    return first ? refuse(first, missing, context) : pass;
  },
};

function refuse(first: PairCoverage, missing: readonly PairCoverage[], context: RoutingContext): Verdict {
  const partly = first.ofParameter.filter((line) => citesMethod(line, first.method));
  if (partly.length > 0) return otherClause(first, partly);
  const wanted = textOf(first.method);
  const cited = [...new Set(first.ofParameter.map((line) => line.methodStandard))].sort();
  const held = inWords(cited, context);
  const older = cited.some((number) => leadsTo(number, wanted, context));
  const pairs = missing.map(({ pair, method }) => `${pair.parameter} × ${textOf(method)}`);
  return {
    pass: false,
    code: older ? 'older-edition' : 'other-method',
    words: {
      zh: `未覆盖 ${pairs.join('、')}；持有 ${held.zh}${older ? `，由 ${wanted} 代替` : ''}`,
      en: `does not cover ${pairs.join(', ')}; holds ${held.en}${older ? `; replaced by ${wanted}` : ''}`,
    },
    mend: { zh: `将能力范围扩展到 ${wanted}`, en: `extend the scope to ${wanted}` },
    miss: {
      held: { zh: `持有 ${held.zh}`, en: `hold ${held.en}` },
      lacking: { zh: `无一持有 ${wanted}`, en: `none holds ${wanted}` },
    },
  };
}

/** The standard is held, but for other clauses than those asked for. */
function otherClause({ pair }: PairCoverage, lines: PairCoverage['ofParameter']): Verdict {
  const held = [...new Set(lines.flatMap(({ clauses = [] }) => clauses))].sort().join(', ');
  return {
    pass: false,
    code: 'other-clause',
    words: {
      zh: `“${pair.parameter}”按 ${pair.methodStandard}：只持有条款 ${held}`,
      en: `“${pair.parameter}” by ${pair.methodStandard}: holds clauses ${held} only`,
    },
  };
}

/** Whether what is held is an earlier edition of what is asked for; a later one is none, and an amendment replaces nothing. */
function leadsTo(number: string, wanted: string, { standards }: RoutingContext): boolean {
  if (standards.find(number)?.successors.includes(wanted)) return true;
  const [held, asked] = [readNumber(number), readNumber(wanted)];
  if (!held?.year || !asked?.year) return false;
  return held.family === asked.family && held.year < asked.year;
}

function inWords(numbers: readonly string[], context: RoutingContext): Words {
  const each = numbers.map((number) => {
    const endsOn = context.standards.find(number)?.endsOn;
    if (!endsOn) return { zh: number, en: number };
    const ended = endsOn < context.asOf;
    return {
      zh: `${number}（有效至 ${endsOn}）`,
      en: `${number}, which ${ended ? 'ended' : 'ends'} on ${endsOn}`,
    };
  });
  return { zh: each.map(({ zh }) => zh).join('、'), en: each.map(({ en }) => en).join('; ') };
}
