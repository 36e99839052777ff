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
import { ALONE, BY_NUMBER, RELATE, STATE, SUCCESSORS, UNRELATE, WRITTEN } from './standard.sql';

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

/** Entries on their way to the database: work that needs no transaction, done before there is one. */
export interface Prepared {
  readonly entries: readonly Entry[];
  /** One array for each column of `WRITTEN`, every value as text. */
  readonly columns: readonly (readonly (string | null)[])[];
}

export function prepare(entries: readonly Entry[]): Prepared {
  const rows = entries.map(({ standard }) => rowOf(standard));
  const names = Object.keys(WRITTEN) as (keyof typeof WRITTEN)[];
  return { entries, columns: names.map((name) => rows.map((row) => row[name])) };
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
  async save(tx: EntityManager, prepared: Prepared, { by, at }: Stated, complete: boolean): Promise<Stored> {
    const { entries, columns } = prepared;
    await tx.query(ALONE);
    const told = await tx.query<Told[]>(STATE, [...columns, JSON.stringify(by), at]);
    const changed = new Set(told.map(({ number }) => number));
    const standards = entries.map(({ standard }) => standard).filter(({ number }) => changed.has(number));
    const related = await this.relate(tx, entries, complete);
    const others = [...new Set(related)].filter((number) => !changed.has(number));
    await this.announce(tx, [...standards, ...(await this.find(tx, others))], at);
    await this.setTimers(tx, standards, at);
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

  private async find(tx: EntityManager, numbers: readonly string[]): Promise<Standard[]> {
    return numbers.length === 0 ? [] : tx.query<Standard[]>(BY_NUMBER, [numbers]);
  }

  private async announce(tx: EntityManager, standards: readonly Standard[], at: Date): Promise<void> {
    if (standards.length === 0) return;
    const numbers = standards.map(({ number }) => number);
    const successors = new Map<string, string[]>();
    for (const { from, to } of await tx.query<{ from: string; to: string }[]>(SUCCESSORS, [numbers]))
      successors.set(from, [...(successors.get(from) ?? []), to]);
    const inOrder = [...standards].sort((a, b) => (a.number < b.number ? -1 : 1));
    const facts = inOrder.map((each) => StandardChangedV1.of(factOf(each, successors.get(each.number) ?? [], at)));
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

function rowOf(standard: Standard): Record<keyof typeof WRITTEN, string | null> {
  const { number, printed, family, title, ics, ccs, mandatory, withdrawn, source, confidence } = standard;
  return {
    ...{ id: newId(), number, printed, family, number_key: numberKey(number), title: JSON.stringify(title) },
    // Classes hold letters, figures and dots only: an array's text form needs no quotes.
    ...{ ics: `{${ics.join(',')}}`, ccs: `{${ccs.join(',')}}`, mandatory: String(mandatory) },
    ...{ issued_on: standard.issuedOn, in_force_from: standard.inForceFrom, ends_on: standard.endsOn },
    ...{ withdrawn: String(withdrawn), source, confidence, tokens: vectorOf(tokensOf(standard)) },
  };
}

/** Two catalogue records may state the same sentence from either end. */
function distinct(relations: readonly Relation[]): Relation[] {
  const byKey = new Map(
    relations.map((relation) => [`${relation.number}|${relation.kind}|${relation.other}`, relation]),
  );
  return [...byKey.keys()].sort().map((key) => byKey.get(key)!);
}
