import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { assertVersion, byOf, invalidRequest, lock, Transactions, type Actor } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { readDraft, type Draft } from './draft';
import { standardProblem, type Entry } from './standard';
import { StandardQueries, type KnownSuccession } from './standard.queries';
import { StandardRow } from './standard.row';
import { prepare, StandardStore } from './standard.store';

/** Single entry by form. */
@Injectable()
export class StandardService {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: StandardStore,
    private readonly queries: StandardQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  enter(draft: Draft, actor: Actor): Promise<StandardRow> {
    const entry = entryOf(draft);
    const { number } = entry.standard;
    return this.transactions.run(async (tx) => {
      if (await tx.existsBy(StandardRow, { number })) throw standardProblem.exists({ number });
      const { added } = await this.save(tx, entry, actor);
      // Someone entered it between the question and the insert.
      if (added === 0) throw standardProblem.exists({ number });
      return tx.findOneByOrFail(StandardRow, { number });
    });
  }

  /** States the standard anew, with all its relations. */
  correct(id: string, version: number, draft: Draft, actor: Actor): Promise<StandardRow> {
    const entry = entryOf(draft);
    return this.transactions.run(async (tx) => {
      const row = await lock(tx, StandardRow, { id }, standardProblem['not-found']({ number: id }));
      assertVersion(row, version);
      const { number } = row;
      if (entry.standard.number !== number)
        throw standardProblem['number-fixed']({ number, other: entry.standard.number });
      await this.save(tx, entry, actor);
      return tx.findOneByOrFail(StandardRow, { id });
    });
  }

  /** What stands in a standard's place on a day. Throws `standard/not-found`. */
  succession(number: string, on: string): Promise<KnownSuccession> {
    return this.queries.succession(number, on);
  }

  private save(tx: EntityManager, entry: Entry, actor: Actor) {
    return this.store.save(tx, prepare([entry]), { by: byOf(actor), at: this.clock.now() }, true);
  }
}

/** Every fault of the form at once. */
function entryOf(draft: Draft): Entry {
  const read = readDraft(draft);
  if ('entry' in read) return read.entry;
  throw invalidRequest(read.faults.map(({ field, words }) => ({ pointer: `/${field}`, words })));
}
