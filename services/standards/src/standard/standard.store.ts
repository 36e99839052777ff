import { Injectable } from '@nestjs/common';
import { StandardChangedV1 } from '@qi/contracts';
import { addDays, fromBusinessDate, newId, toBusinessDate } from '@qi/kernel';
import { Outbox } from '@qi/messaging';
import { Timers } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { numberKey, tokensOf, vectorOf } from '../search/tokens';
import { factOf } from './fact';
import type { Relation } from './relation';
import type { Entry, Standard, Stated } from './standard';
import { RELATE, STATE, UNRELATE, WITH_SUCCESSORS } from './standard.sql';

/** A timer of one day stands for every standard that starts or ends on it. */
export const DAY_OF_CHANGE = 'standards-day-of-change';

export interface Stored {
  readonly added: number;
  readonly changed: number;
  /** Told nothing new. */
  readonly kept: number;
}

interface Told {
  readonly number: string;
  readonly added: boolean;
}

/** Writes standards, and tells the world of every one whose currency changed, in the transaction at hand. */
@Injectable()
export class StandardStore {
  constructor(
    private readonly outbox: Outbox,
    private readonly timers: Timers,
  ) {}

  /**
   * Stores entries with different numbers in a handful of statements. What says nothing new changes nothing. With
   * `complete`, relations that an entry no longer states are taken back; else they are added to those on record.
   */
  async save(tx: EntityManager, entries: readonly Entry[], stated: Stated, complete: boolean): Promise<Stored> {
    const sorted = [...entries].sort((a, b) => (a.standard.number < b.standard.number ? -1 : 1));
    const rows = sorted.map(({ standard }) => rowOf(standard, stated));
    const told = await tx.query<Told[]>(STATE, [JSON.stringify(rows)]);
    const touched = new Set(told.map(({ number }) => number));
    for (const number of await this.relate(tx, sorted, complete)) touched.add(number);
    await this.announce(tx, [...touched], stated.at);
    const changed = new Set(told.map(({ number }) => number));
    await this.setTimers(
      tx,
      sorted.filter(({ standard }) => changed.has(standard.number)).map(({ standard }) => standard),
      stated.at,
    );
    const added = told.filter((row) => row.added).length;
    return { added, changed: told.length - added, kept: entries.length - told.length };
  }

  /** The standards whose successors changed. */
  private async relate(tx: EntityManager, entries: readonly Entry[], complete: boolean): Promise<string[]> {
    const relations = distinct(entries.flatMap((entry) => entry.relations));
    const json = JSON.stringify(relations);
    const numbers = entries.map(({ standard }) => standard.number);
    const gone = complete ? await tx.query<[Pick<Relation, 'number' | 'other'>[]]>(UNRELATE, [numbers, json]) : [[]];
    const made = relations.length > 0 ? await tx.query<Pick<Relation, 'number' | 'other'>[]>(RELATE, [json]) : [];
    return [...gone[0], ...made].flatMap(({ number, other }) => [number, other]);
  }

  private async announce(tx: EntityManager, numbers: readonly string[], at: Date): Promise<void> {
    if (numbers.length === 0) return;
    const found = await tx.query<(Standard & { successors: string[] })[]>(WITH_SUCCESSORS, [numbers]);
    const facts = found.map(({ successors, ...standard }) => StandardChangedV1.of(factOf(standard, successors, at)));
    await this.outbox.add(tx, facts);
  }

  private async setTimers(tx: EntityManager, standards: readonly Standard[], at: Date): Promise<void> {
    const today = toBusinessDate(at);
    const days = standards.flatMap(({ inForceFrom, endsOn }) => [
      ...(inForceFrom !== null && inForceFrom > today ? [inForceFrom] : []),
      ...(endsOn !== null && endsOn >= today ? [addDays(endsOn, 1)] : []),
    ]);
    const timers = [...new Set(days)].map((day) => ({
      key: `${DAY_OF_CHANGE}:${day}`,
      task: DAY_OF_CHANGE,
      payload: { day },
      at: fromBusinessDate(day),
    }));
    if (timers.length > 0) await this.timers.scheduleAll(tx, timers);
  }
}

function rowOf(standard: Standard, { by, at }: Stated) {
  const { issuedOn, inForceFrom, endsOn, ...same } = standard;
  return {
    ...same,
    id: newId(),
    number_key: numberKey(standard.number),
    issued_on: issuedOn,
    in_force_from: inForceFrom,
    ends_on: endsOn,
    tokens: vectorOf(tokensOf(standard)),
    recorded_by: by,
    recorded_at: at,
    version: 1,
  };
}

/** Two catalogue records may state the same sentence from either end. */
function distinct(relations: readonly Relation[]): Relation[] {
  const byKey = new Map(
    relations.map((relation) => [`${relation.number}|${relation.kind}|${relation.other}`, relation]),
  );
  return [...byKey.keys()].sort().map((key) => byKey.get(key)!);
}
