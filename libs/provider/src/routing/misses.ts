import type { Words } from '@qi/kernel';
import type { Judgement, NearMiss } from './decision';
import type { Gate, Miss } from './gate';

const MOST_MISSES = 5;
const MOST_PHRASES = 3;

/** How many candidates each gate excluded; a gate that excluded nobody counts 0. */
export function countPerGate(gates: readonly Gate<never>[], judgements: readonly Judgement[]): Record<string, number> {
  const counts = Object.fromEntries(gates.map((gate) => [gate.name, 0]));
  for (const { failed } of judgements) {
    for (const { gate } of failed) counts[gate] = (counts[gate] ?? 0) + 1;
  }
  return counts;
}

/** The providers that failed the fewest gates, told by the first gate they failed; better ones first. */
export function nearestMisses(judgements: readonly Judgement[]): NearMiss[] {
  const passed = new Set(judgements.filter(({ failed }) => failed.length === 0).map(({ providerId }) => providerId));
  const nearest = judgements
    .filter(({ providerId }) => !passed.has(providerId))
    .sort((a, b) => a.failed.length - b.failed.length || b.total - a.total || (a.key < b.key ? -1 : 1));
  const providers = new Map<string, Judgement>();
  for (const judgement of nearest) {
    // Several sites of one provider are one name: its nearest speaks for it.
    if (!providers.has(judgement.providerId)) providers.set(judgement.providerId, judgement);
    if (providers.size === MOST_MISSES) break;
  }
  return [...providers.values()].flatMap(({ providerId, name, failed }) =>
    failed.slice(0, 1).map(({ gate, words }) => ({ providerId, name, gate, words })),
  );
}

/** Why nobody can take the task: what several hold that comes close, else the gates that excluded most. */
export function whyUnroutable(gates: readonly Gate<never>[], judgements: readonly Judgement[]): Words {
  if (judgements.length === 0) return { zh: '没有登记的机构可供选择', en: 'no provider is registered for this' };
  const shared = sharedMisses(judgements);
  const counts = countPerGate(gates, judgements);
  const excluding = gates
    .filter(({ name }) => (counts[name] ?? 0) > 0)
    .sort((a, b) => (counts[b.name] ?? 0) - (counts[a.name] ?? 0))
    .slice(0, MOST_PHRASES);
  const total = judgements.length;
  const zh = excluding.map(({ name, words }) => `${counts[name]} 个未通过“${words.zh}”`);
  const en = excluding.map(({ name, words }) => `${counts[name]} failed “${words.en}”`);
  const first = demandFault(gates, judgements);
  return {
    zh: [
      ...first.map((words) => words.zh),
      ...shared.map((words) => words.zh),
      `${total} 个候选：${zh.join('，')}`,
    ].join('；'),
    en: [
      ...first.map((words) => words.en),
      ...shared.map((words) => words.en),
      `${total} ${total === 1 ? 'candidate' : 'candidates'}: ${en.join(', ')}`,
    ].join('; '),
  };
}

/** A gate that fails everyone in the same words speaks of the demand. */
function demandFault(gates: readonly Gate<never>[], judgements: readonly Judgement[]): Words[] {
  for (const { name } of gates) {
    const faults = judgements.map(({ failed }) => failed.find(({ gate }) => gate === name));
    const [first] = faults;
    if (first && !first.miss && faults.every((other) => other?.words.en === first.words.en)) return [first.words];
  }
  return [];
}

function sharedMisses(judgements: readonly Judgement[]): Words[] {
  const groups = new Map<string, { miss: Miss; providers: Set<string>; gate: string }>();
  for (const { failed, providerId } of judgements) {
    for (const { miss, gate } of failed) {
      if (!miss) continue;
      const key = `${miss.held.en}\n${miss.lacking.en}`;
      const providers = groups.get(key)?.providers ?? new Set();
      groups.set(key, { miss, gate, providers: providers.add(providerId) });
    }
  }
  return [...groups.values()]
    .map(({ miss, gate, providers }) => ({ miss, gate, count: providers.size }))
    .sort((a, b) => b.count - a.count || (a.miss.held.en < b.miss.held.en ? -1 : 1))
    .slice(0, MOST_PHRASES)
    .map(({ miss, count, gate }) => phrase(miss, count, gate, judgements));
}

/** «none holds …» is said only where nobody got past the gate. */
function phrase(miss: Miss, count: number, gate: string, judgements: readonly Judgement[]): Words {
  const none = judgements.every(({ failed }) => failed.some((fault) => fault.gate === gate));
  // `hold GB …` of several, `holds GB …` of one.
  const held = count === 1 ? `provider ${miss.held.en.replace(/^\w+/, '$&s')}` : `providers ${miss.held.en}`;
  return {
    zh: `${count} 家机构${miss.held.zh}${none ? `，${miss.lacking.zh}` : ''}`,
    en: `${count} ${held}${none ? `; ${miss.lacking.en}` : ''}`,
  };
}
