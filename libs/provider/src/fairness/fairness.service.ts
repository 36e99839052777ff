import { Injectable } from '@nestjs/common';
import { problems } from '@qi/kernel';
import type { Actor } from '@qi/platform';
import { ProviderSettings } from '../provider-options';
import { winnerOf } from '../routing/decision';
import { route } from '../routing/route';
import { areasOf, PastDecisions } from '../simulate/past-decisions';
import type { PastDecision } from '../simulate/rerun';
import { capableOf, Fairness } from './fairness';
import type { FairnessQuery } from './fairness.dto';
import type { FairnessRow } from './fairness';

/** As many decisions as one answer looks at: some seconds of work. */
const MOST_DECISIONS = 20_000;
const PAGE = 500;

const fairnessProblem = problems('fairness', {
  'too-many': {
    kind: 'invalid',
    zh: '期间内有 {decisions} 次派单决定，最多 {most}；请缩短期间或缩小区域',
    en: 'the period has {decisions} decisions, at most {most} are looked at: choose a shorter one or a smaller area',
  },
});

export interface FairnessReport {
  readonly decisions: number;
  /** Decisions where more could have taken the task than the record names. */
  readonly partial: number;
  readonly rows: readonly FairnessRow[];
}

@Injectable()
export class FairnessService {
  constructor(
    private readonly past: PastDecisions,
    private readonly settings: ProviderSettings,
  ) {}

  async report(query: FairnessQuery, actor: Actor): Promise<FairnessReport> {
    const { from, to, areaCode } = query;
    const areas = areasOf(actor).flatMap((own) => narrower(own, prefixOf(areaCode)));
    const period = { from, to, areas };
    const decisions = areas.length === 0 ? 0 : await this.past.count(period);
    if (decisions > MOST_DECISIONS) throw fairnessProblem['too-many']({ decisions, most: MOST_DECISIONS });
    const fairness = new Fairness();
    let partial = 0;
    let after: string | null = null;
    for (let left = decisions; left > 0; left -= PAGE) {
      const page = await this.past.page(period, after, PAGE);
      after = page.at(-1)?.id ?? after;
      for (const past of page.filter(({ inputs }) => isOf(query, inputs.demand.itemCode))) {
        partial += this.add(fairness, past);
      }
    }
    return { decisions, partial, rows: fairness.rows() };
  }

  /** Answers 1 where the record does not name everyone who could have taken the task, else 0. */
  private add(fairness: Fairness, { inputs, candidates }: PastDecision): number {
    const decision = route(inputs, this.settings.rules);
    const winner = winnerOf(decision);
    if (!winner) return 0;
    const { itemCode, enterprise } = inputs.demand;
    const capable = capableOf(inputs, new Set(decision.order));
    fairness.add({ itemCode, areaCode: enterprise.areaCode, winnerId: winner.providerId, capable });
    return Number(candidates > inputs.candidates.length);
  }
}

function isOf({ itemCode }: FairnessQuery, decided: string): boolean {
  return itemCode === undefined || decided === itemCode;
}

function prefixOf(areaCode: string | undefined): string {
  return areaCode === undefined || areaCode === '100000' ? '' : areaCode.replace(/(00){1,2}$/, '');
}

/** The part of the own area that was asked for; none where they do not meet. */
function narrower(own: string, wanted: string): string[] {
  if (wanted.startsWith(own)) return [wanted];
  return own.startsWith(wanted) ? [own] : [];
}
