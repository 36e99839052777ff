import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { assertVersion, lock, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { amend, enter, expertProblem, pause, resume } from './expert';
import type { Expert, ExpertProfile } from './expert';
import { mayEdit, mayEnter } from './expert.access';
import { ExpertRow } from './expert.row';

type Rule = (expert: Expert, now: Date) => Partial<Expert>;

@Injectable()
export class ExpertService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async enter(profile: ExpertProfile, actor: Actor): Promise<Expert> {
    const { areaCode } = profile;
    if (!mayEnter(actor, areaCode)) throw expertProblem['not-your-area']({ areaCode });
    const expert = enter(profile, newId(), this.clock.now());
    await this.transactions.run((tx) => tx.insert(ExpertRow, expert));
    return expert;
  }

  amend(id: string, version: number, changes: Partial<ExpertProfile>, actor: Actor): Promise<Expert> {
    return this.edit(id, actor, (expert, now) => {
      assertVersion(expert, version);
      return amend(expert, changes, now);
    });
  }

  pause(id: string, reason: string, actor: Actor): Promise<Expert> {
    return this.edit(id, actor, (expert, now) => pause(expert, reason, now));
  }

  resume(id: string, actor: Actor): Promise<Expert> {
    return this.edit(id, actor, resume);
  }

  private edit(id: string, actor: Actor, rule: Rule): Promise<Expert> {
    return this.transactions.run(async (tx) => {
      const missing = expertProblem['not-found']({ id });
      const row = await lock(tx, ExpertRow, { id }, missing);
      if (!mayEdit(actor, row)) throw missing;
      return tx.save(Object.assign(row, rule(row, this.clock.now())));
    });
  }
}
