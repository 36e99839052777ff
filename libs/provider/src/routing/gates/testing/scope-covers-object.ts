import type { ScopeFacts } from '../../facts';
import { pass } from '../../gate';
import type { Gate } from '../../gate';
import { coverageOf } from './coverage';

export const scopeCoversObject: Gate<ScopeFacts> = {
  name: 'scope-covers-object',
  words: { zh: '能力范围含检测对象', en: 'scope covers the object' },
  kind: 'competence',
  judge: (demand, candidate, context) => {
    const pairs = coverageOf(demand, candidate, context);
    const { object } = demand.demand;
    if (pairs.length > 0 && pairs.every((pair) => pair.ofObject.length > 0)) return pass;
    if (pairs.length === 0) {
      return {
        pass: false,
        code: 'nothing-asked',
        words: { zh: '需求未写明检测参数和方法标准', en: 'the demand names no parameter and method standard' },
      };
    }
    return {
      pass: false,
      code: 'no-such-object',
      words: { zh: `能力范围不含“${object}”`, en: `the scope has no line for “${object}”` },
    };
  },
};
