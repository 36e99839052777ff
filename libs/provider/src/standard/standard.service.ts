import { Inject, Injectable } from '@nestjs/common';
import type { EventData, StandardChangedV1 } from '@qi/contracts';
import { CLOCK, problems, standardNumber } from '@qi/kernel';
import type { Clock, StandardNumber } from '@qi/kernel';
import { decodeCursor, pageOf, Transactions } from '@qi/platform';
import type { Actor, Page } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { StandardFact } from '../routing/standard-fact';
import type { PutStandard, StandardListQuery } from './standard.dto';
import { StandardRow } from './standard.row';

const standardProblem = problems('standard', {
  'not-found': {
    kind: 'not-found',
    zh: '标准库副本中没有 {number}',
    en: 'the copy of standards does not hold {number}',
  },
  undated: { kind: 'invalid', zh: '标准号须带年号：{number}', en: 'a standard is entered with its year: {number}' },
  'ends-before-start': {
    kind: 'invalid',
    zh: '{number} 的废止日期 {endsOn} 早于实施日期 {inForceFrom}',
    en: '{number} would end on {endsOn}, before it comes into force on {inForceFrom}',
  },
  'own-successor': { kind: 'invalid', zh: '{number} 不能代替自己', en: '{number} cannot take its own place' },
});

/** An older fact never overwrites a newer one, in whatever order they arrive. */
const UPSERT = `
  insert into standard as known
    (number, family, title, mandatory, in_force_from, ends_on, successors, stated_at, stated_by)
  select number, family, title, mandatory, in_force_from, ends_on, successors, stated_at, $2
  from json_populate_recordset(null::standard, $1::json) on conflict (number) do update set
    family = excluded.family, title = excluded.title, mandatory = excluded.mandatory,
    in_force_from = excluded.in_force_from, ends_on = excluded.ends_on, successors = excluded.successors,
    stated_at = excluded.stated_at, stated_by = excluded.stated_by, version = known.version + 1
  where known.stated_at <= excluded.stated_at`;

/** The provider's copy of what is in force when: from the standards library's facts, or entered by an administrator. */
@Injectable()
export class StandardService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By number as printed; the number may be written in any form the kernel reads. */
  async list({ number, family, limit, after }: StandardListQuery): Promise<Page<StandardRow>> {
    const find = this.dataSource
      .createQueryBuilder(StandardRow, 'standard')
      .orderBy('standard.number')
      .limit(limit + 1);
    if (number) find.andWhere('standard.number = :number', { number: standardNumber(number).canonical });
    if (family) find.andWhere('standard.family = :family', { family: standardNumber(family).family });
    if (after) find.andWhere('standard.number > :after', { after: decodeCursor(after, 'text')[0] });
    return pageOf(await find.getMany(), limit, (row) => [row.number]);
  }

  async get(raw: string): Promise<StandardRow> {
    const number = standardNumber(raw).canonical;
    const row = await this.dataSource.getRepository(StandardRow).findOneBy({ number });
    if (!row) throw standardProblem['not-found']({ number });
    return row;
  }

  async put(dto: PutStandard, actor: Actor): Promise<StandardRow> {
    const fact = factFrom(dto);
    const at = this.clock.now().toISOString();
    await this.transactions.run((tx) => this.save(tx, [{ ...fact, at }], actor.sub));
    return this.get(fact.number);
  }

  /** What the library says, inside the transaction that holds the inbox rows; of one standard the last word counts. */
  async take(tx: EntityManager, stated: readonly EventData<typeof StandardChangedV1>[]): Promise<void> {
    const latest = new Map<string, EventData<typeof StandardChangedV1>>();
    for (const fact of stated) if (fact.at >= (latest.get(fact.number)?.at ?? '')) latest.set(fact.number, fact);
    await this.save(
      tx,
      [...latest.values()].map(({ at, ...fact }) => ({ ...factFrom(fact), at })),
      'standards',
    );
  }

  /** Stores facts about different standards and tells every process to look again. */
  private async save(tx: EntityManager, facts: readonly StatedFact[], statedBy: string): Promise<void> {
    // In one order, so that two processes never wait for each other.
    const rows = [...facts].sort((a, b) => (a.number < b.number ? -1 : 1)).map(rowOf);
    await tx.query(UPSERT, [JSON.stringify(rows), statedBy]);
    await tx.query('update standard_epoch set epoch = epoch + 1');
  }
}

interface StatedFact extends StandardFact {
  /** Instant of the fact. */
  readonly at: string;
}

function rowOf({ inForceFrom, endsOn, at, ...same }: StatedFact) {
  return { ...same, in_force_from: inForceFrom, ends_on: endsOn, stated_at: at };
}

/** Canonical numbers, checked. Throws `standard-number/unparseable` and `standard/…`. */
export function factFrom(stated: Omit<StandardFact, 'family'>): StandardFact {
  const { canonical: number, family } = dated(stated.number);
  const { title, mandatory, inForceFrom, endsOn } = stated;
  const successors = [...new Set(stated.successors.map((raw) => dated(raw).canonical))];
  if (successors.includes(number)) throw standardProblem['own-successor']({ number });
  if (inForceFrom && endsOn && endsOn < inForceFrom) {
    throw standardProblem['ends-before-start']({ number, inForceFrom, endsOn });
  }
  return {
    number,
    family,
    title,
    mandatory,
    ...(inForceFrom && { inForceFrom }),
    ...(endsOn && { endsOn }),
    successors,
  };
}

function dated(raw: string): StandardNumber {
  const read = standardNumber(raw);
  if (read.year === undefined) throw standardProblem.undated({ number: read.canonical });
  return read;
}
