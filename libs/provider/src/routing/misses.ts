import type { Words } from '@qi/kernel';
import type { Judgement, NearMiss, SharedMiss, Tally } from './decision';
import type { Gate } from './gate';

/** So many providers are named when they come close. */
export const MOST_MISSES = 5;
/** So many groups of them are spoken of, and so many gates. */
export const MOST_SHARED = 3;

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
  return [...providers.values()].flatMap(missOf);
}

/** Told by the first gate that failed; nothing of one that passed. */
export function missOf({ key, providerId, name, failed }: Judgement): NearMiss[] {
  return failed.slice(0, 1).map(({ gate, words }) => ({ key, providerId, name, gate, words }));
}

/** What several hold that comes close: the greatest groups of providers, the first by key between equals. */
export function sharedMisses(judgements: readonly Judgement[]): SharedMiss[] {
  const groups = new Map<string, { gate: string; key: string; providers: Set<string> }>();
  for (const { failed, providerId, key } of judgements) {
    for (const { miss, gate } of failed) {
      if (!miss) continue;
      const words = `${gate}\n${miss.held.en}\n${miss.lacking.en}`;
      const group = groups.get(words) ?? { gate, key, providers: new Set() };
      group.providers.add(providerId);
      groups.set(words, group);
    }
  }
  return [...groups.values()]
    .map(({ gate, key, providers }) => ({ gate, key, providers: providers.size }))
    .sort((a, b) => b.providers - a.providers || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_SHARED);
}

/**
 * Why nobody can take the task: what several hold that comes close, else the gates that excluded most. Needs of the
 * judgements only those that the shared misses name, and any for what is wrong with the demand.
 */
export function whyUnroutable(gates: readonly Gate<never>[], tally: Tally, judgements: readonly Judgement[]): Words {
  const { candidates: total, gateCounts: counts } = tally;
  if (total === 0) return { zh: '没有登记的机构可供选择', en: 'no provider is registered for this' };
  const phrases = [
    ...demandFault(gates, tally, judgements),
    ...tally.sharedMisses.flatMap((shared) => phrase(shared, tally, judgements)),
  ];
  const excluding = gates
    .filter(({ name }) => (counts[name] ?? 0) > 0)
    .sort((a, b) => (counts[b.name] ?? 0) - (counts[a.name] ?? 0))
    .slice(0, MOST_SHARED);
  const zh = excluding.map(({ name, words }) => `${counts[name]} 个未通过“${words.zh}”`);
  const en = excluding.map(({ name, words }) => `${counts[name]} failed “${words.en}”`);
  return {
    zh: [...phrases.map((words) => words.zh), `${total} 个候选：${zh.join('，')}`].join('；'),
    en: [
      ...phrases.map((words) => words.en),
      `${total} ${total === 1 ? 'candidate' : 'candidates'}: ${en.join(', ')}`,
    ].join('; '),
  };
}

/** A gate that fails everyone in the same words speaks of the demand. */
function demandFault(gates: readonly Gate<never>[], tally: Tally, judgements: readonly Judgement[]): Words[] {
  for (const { name } of gates) {
    if (tally.gateCounts[name] !== tally.candidates) continue;
    const faults = judgements.map(({ failed }) => failed.find(({ gate }) => gate === name));
    const [first] = faults;
    if (first && !first.miss && faults.every((other) => other?.words.en === first.words.en)) return [first.words];
  }
  return [];
}

/** «none holds …» is said only where nobody got past the gate. */
function phrase({ gate, key, providers }: SharedMiss, tally: Tally, judgements: readonly Judgement[]): Words[] {
  const fault = judgements.find((one) => one.key === key)?.failed.find((one) => one.gate === gate);
  if (!fault?.miss) return [];
  const { held, lacking } = fault.miss;
  const none = tally.gateCounts[gate] === tally.candidates;
  // `hold GB …` of several, `holds GB …` of one.
  const has = providers === 1 ? `provider ${held.en.replace(/^\w+/, '$&s')}` : `providers ${held.en}`;
  return [
    {
      zh: `${providers} 家机构${held.zh}${none ? `，${lacking.zh}` : ''}`,
      en: `${providers} ${has}${none ? `; ${lacking.en}` : ''}`,
    },
  ];
}
