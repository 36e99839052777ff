import type { Words } from '@qi/kernel';
import { MILLION } from './decision';
import type { Judgement, RoutingDecision, Tally } from './decision';
import type { RoutingDemand } from './demand';
import type { Factor, RoutingRules } from './gate';
import { oneStop, savingOf } from './factors/one-stop';
import { countPerGate, sharedMisses, whyUnroutable } from './misses';

/** Why the winner won or nobody can take the task, from the tally and the judgements that `keep` keeps. */
export function reasonOf(
  demand: RoutingDemand,
  { gates, factors }: Pick<RoutingRules<never>, 'gates' | 'factors'>,
  tally: Tally,
  { order, judgements }: Pick<RoutingDecision, 'order' | 'judgements'>,
): Words {
  const [winner, second] = order.slice(0, 2).map((key) => judgements.find((one) => one.key === key));
  if (winner) return withSaving(whyWinner(winner, second, tally.passed, factors), winner, factors);
  const named = demand.dispatchedTo;
  if (named === undefined) return whyUnroutable(gates, tally, judgements);
  // Everyone else was excluded by the dispatch itself, which explains nothing.
  const own = judgements.filter(({ providerId }) => providerId === named);
  if (own.length > 0) return whyUnroutable(gates, tallyOf(gates, own), own);
  return {
    zh: '指派的机构没有与本需求有关的能力',
    en: 'the provider named by the clerk holds nothing that fits the demand',
  };
}

/** One stop: what the firm is spared because this provider works for it already. */
function withSaving(why: Words, { scores }: Judgement, factors: readonly Factor<never>[]): Words {
  const saving = savingOf(scores[factors.findIndex(({ name }) => name === oneStop.name)] ?? 0);
  return saving ? { zh: `${why.zh}；${saving.zh}`, en: `${why.en}; ${saving.en}` } : why;
}

function tallyOf(gates: RoutingRules<never>['gates'], judgements: readonly Judgement[]): Tally {
  return {
    candidates: judgements.length,
    passed: 0,
    gateCounts: countPerGate(gates, judgements),
    sharedMisses: sharedMisses(judgements),
  };
}

function whyWinner(
  winner: Judgement,
  second: Judgement | undefined,
  passed: number,
  factors: readonly Factor<never>[],
): Words {
  if (!second) {
    return { zh: `${winner.name} 是唯一符合全部条件的机构`, en: `${winner.name} alone meets every condition` };
  }
  const score = (winner.total / MILLION).toFixed(3);
  if (second.total === winner.total) {
    return {
      zh: `${winner.name} 与其他机构得分相同（${score}），按任务编号抽签选出`,
      en: `${winner.name} scores as high as others (${score}) and was drawn by the task's id`,
    };
  }
  const best = factors
    .map(({ words }, i) => ({ words, lead: (winner.scores[i] ?? 0) - (second.scores[i] ?? 0) }))
    .filter(({ lead }) => lead > 0)
    .sort((a, b) => b.lead - a.lead)
    .slice(0, 2);
  const zh = best.map(({ words }) => words.zh).join('、');
  const en = best.map(({ words }) => words.en).join(', ');
  return {
    zh: `${winner.name} 在 ${passed} 家符合条件的机构中得分最高（${score}）${zh && `，优于第二名：${zh}`}`,
    en: `${winner.name} scores best (${score}) of ${passed} that meet every condition${en && `; ahead in ${en}`}`,
  };
}
