import type { Words } from '@qi/kernel';
import type { RoutingDemand } from '../../demand';
import { pass } from '../../gate';
import type { Gate, RoutingContext, Verdict } from '../../gate';
import type { StandardCurrency, StandardFact } from '../../standard-fact';
import { methodOn } from './method';
import type { Method } from './method';

/**
 * The method must be in force on the planned date; an ended one names what took its place, one not yet in force what
 * holds until then. Depends on the demand alone: when it fails, it fails for everyone.
 */
export const standardInForce: Gate = {
  name: 'standard-in-force',
  words: { zh: '标准在计划日期有效', en: 'standard in force on the planned date' },
  kind: 'legal',
  judge: (demand, _candidate, context) => {
    const notes: Words[] = [];
    for (const reference of new Set(demand.demand.tests.map((pair) => pair.methodStandard))) {
      const method = methodOn(reference, demand.demand.plannedDate, context.standards);
      const verdict = judgeMethod(method, demand, context);
      if (!verdict.pass) return verdict;
      if (verdict.note) notes.push(verdict.note);
    }
    return notes.length === 0 ? pass : { pass: true, note: join(notes) };
  },
};

function judgeMethod(method: Method, { demand }: RoutingDemand, context: RoutingContext): Verdict {
  const on = demand.plannedDate;
  switch (method.kind) {
    case 'unreadable':
      return {
        pass: false,
        code: 'unreadable',
        words: { zh: `无法识别标准号“${method.text}”`, en: `“${method.text}” is no standard number` },
      };
    case 'unlisted':
      return {
        pass: true,
        note: {
          zh: `标准库中没有 ${method.number}，其有效性需人工确认`,
          en: `${method.number} is not in the library of standards; a person must confirm that it is in force`,
        },
      };
    case 'no-edition':
      return noEdition(method.family, on, context);
    case 'any':
      return pass;
    case 'known':
      return judgeDates(method.standard, on, context.standards);
  }
}

function judgeDates(standard: StandardFact, on: string, standards: StandardCurrency): Verdict {
  const { number, inForceFrom, endsOn } = standard;
  if (inForceFrom !== undefined && on < inForceFrom) {
    const until = numbers(standards.predecessors(number));
    return {
      pass: false,
      code: 'not-yet-in-force',
      words: {
        zh: `${number} 自 ${inForceFrom} 起实施，计划日期 ${on} 尚未生效${until && `；此前为 ${until}`}`,
        en: `${number} is in force from ${inForceFrom}, after the planned date ${on}${until && `; until then ${until}`}`,
      },
    };
  }
  if (endsOn === undefined || on <= endsOn) return pass;
  return { pass: false, code: 'withdrawn', ...ended(standard, numbers(standards.successorsOn(number, on))) };
}

function noEdition(family: string, on: string, { standards }: RoutingContext): Verdict {
  const editions = [...standards.ofFamily(family)].sort((a, b) => ((a.endsOn ?? '') < (b.endsOn ?? '') ? 1 : -1));
  const last = editions.find((fact) => fact.endsOn !== undefined && fact.endsOn < on);
  if (last) return { pass: false, code: 'withdrawn', ...ended(last, numbers(standards.successorsOn(last.number, on))) };
  const next = editions.find((fact) => fact.inForceFrom !== undefined && fact.inForceFrom > on);
  if (next) return judgeDates(next, on, standards);
  return {
    pass: false,
    code: 'edition-unknown',
    words: {
      zh: `${family} 未注年号，标准库中没有在 ${on} 有效的版本`,
      en: `${family} is undated and the library of standards knows no edition in force on ${on}`,
    },
    mend: { zh: '写明年号，或在标准库中补录', en: 'name the year, or enter the standard in the library' },
  };
}

function ended({ number, endsOn }: StandardFact, successors: string): { words: Words; mend?: Words } {
  return {
    words: {
      zh: `${number} 有效至 ${endsOn}${successors && `，由 ${successors} 代替`}`,
      en: `${number} ended on ${endsOn}${successors && `; its place is taken by ${successors}`}`,
    },
    ...(successors && { mend: { zh: `改用 ${successors}`, en: `ask for ${successors} instead` } }),
  };
}

function numbers(facts: readonly StandardFact[]): string {
  return facts.map((fact) => fact.number).join(' + ');
}

function join(words: readonly Words[]): Words {
  return { zh: words.map(({ zh }) => zh).join('；'), en: words.map(({ en }) => en).join('; ') };
}
