import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CandidateFinder } from '../candidate-finder';
import { LoadBook } from '../load/provider-load';
import { ProviderSettings } from '../provider-options';
import { keep } from '../record/keep';
import type { Kept } from '../record/keep';
import { keyOf } from '../routing/candidate';
import type { Candidate } from '../routing/candidate';
import { winnerOf } from '../routing/decision';
import { route } from '../routing/route';
import { Decider } from './decider';
import type { Deciding } from './decider';

/** Asks the finder for the candidates and judges each of them. */
@Injectable()
export class FinderDecider extends Decider {
  constructor(
    private readonly finder: CandidateFinder,
    private readonly settings: ProviderSettings,
  ) {
    super();
  }

  async decide(tx: EntityManager, asked: readonly Deciding[]): Promise<Kept[]> {
    const tasks = asked.map(({ task }) => task);
    const found = await this.finder.findMany(tasks, tx);
    const book = await LoadBook.read(tx, providersOf(found), [...new Set(tasks.map(({ requestId }) => requestId))]);
    return asked.map(({ task: { requestId }, ...known }, i) => {
      const candidates = (found[i] ?? []).map((candidate) => book.fill(candidate, requestId)).sort(byKey);
      const inputs = { ...known, candidates };
      const decision = route(inputs, this.settings.rules);
      const winner = winnerOf(decision);
      if (winner) book.give(winner.providerId, requestId);
      return keep({ inputs, decision }, this.settings.rules);
    });
  }
}

function providersOf(found: readonly (readonly Candidate[])[]): string[] {
  return [...new Set(found.flat().map(({ providerId }) => providerId))];
}

function byKey(a: Candidate, b: Candidate): number {
  const [x, y] = [keyOf(a), keyOf(b)];
  if (x === y) return 0;
  return x < y ? -1 : 1;
}
