import type { ScopeFacts } from '../../facts';
import { pass } from '../../gate';
import type { Gate } from '../../gate';
import { coverageOf } from './coverage';

export const scopeCoversParameter: Gate<ScopeFacts> = {
  name: 'scope-covers-parameter',
  words: { zh: '能力范围含检测参数', en: 'scope covers the parameter' },
  kind: 'competence',
  judge: (demand, candidate, context) => {
    const missing = coverageOf(demand, candidate, context)
      .filter((pair) => pair.ofObject.length > 0 && pair.ofParameter.length === 0)
      .map(({ pair }) => pair.parameter);
    if (missing.length === 0) return pass;
    return {
      pass: false,
      code: 'no-such-parameter',
      words: { zh: `能力范围不含参数：${missing.join('、')}`, en: `the scope lacks: ${missing.join(', ')}` },
    };
  },
};
