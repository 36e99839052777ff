import type { AdviceFacts } from '../../facts';
import { pass } from '../../gate';
import type { Gate } from '../../gate';
import { normalName } from '../../names';

export const skillHeld: Gate<AdviceFacts> = {
  name: 'skill-held',
  words: { zh: '具备所需专长', en: 'skills held' },
  kind: 'competence',
  judge: ({ demand }, { facts }) => {
    const held = new Set(facts.skills.map(normalName));
    const missing = demand.skills.filter((skill) => !held.has(normalName(skill)));
    if (missing.length === 0) return pass;
    return {
      pass: false,
      code: 'skill-missing',
      words: { zh: `缺少专长：${missing.join('、')}`, en: `lacks: ${missing.join(', ')}` },
    };
  },
};
