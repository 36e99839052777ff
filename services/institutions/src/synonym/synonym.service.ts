import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { byOf, lock, Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { end, record, synonymProblem } from './synonym';
import type { Synonym, SynonymDetails } from './synonym';
import { SynonymRow } from './synonym.row';
import { Thesaurus } from './thesaurus';

@Injectable()
export class SynonymService {
  private kept = { epoch: '', thesaurus: new Thesaurus([]) };

  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Enters a pair of names, with its source. Throws `synonym/itself`, `synonym/duplicate`, `synonym/circle`. */
  record(details: SynonymDetails, actor: Actor): Promise<Synonym> {
    return this.transactions.run(async (tx) => {
      // One at a time: two entries could close a circle together that neither sees.
      await tx.query('select from synonym_epoch for update');
      const synonym = record(details, newId(), { by: byOf(actor), at: this.clock.now() });
      const { kind, name, other, nameKey, otherKey } = synonym;
      const open = { kind, endedAt: IsNull() };
      const pair = [
        { ...open, nameKey, otherKey },
        { ...open, nameKey: otherKey, otherKey: nameKey },
      ];
      if (await tx.existsBy(SynonymRow, pair)) throw synonymProblem.duplicate({ name, other });
      const before = await this.thesaurus(tx);
      const below = before.covering(kind, other).includes(nameKey);
      const above = details.relation === 'same' && before.covering(kind, name).includes(otherKey);
      if (below || above) throw synonymProblem.circle({ name, other });
      return tx.save(Object.assign(new SynonymRow(), synonym));
    });
  }

  /** The entry counts no longer; it is kept. */
  end(id: string, actor: Actor): Promise<Synonym> {
    return this.transactions.run(async (tx) => {
      const row = await lock(tx, SynonymRow, { id }, synonymProblem['not-found']({ id }));
      return tx.save(Object.assign(row, end(row, { by: byOf(actor), at: this.clock.now() })));
    });
  }

  /** The table as it stands for `tx`, read anew only when it has changed. */
  async thesaurus(tx: EntityManager): Promise<Thesaurus> {
    const [now] = await tx.query<{ epoch: string }[]>('select epoch from synonym_epoch');
    const epoch = now?.epoch ?? '';
    if (epoch !== this.kept.epoch) {
      const entries = await tx.find(SynonymRow, { where: { endedAt: IsNull() }, order: { id: 'asc' } });
      this.kept = { epoch, thesaurus: new Thesaurus(entries) };
    }
    return this.kept.thesaurus;
  }
}
