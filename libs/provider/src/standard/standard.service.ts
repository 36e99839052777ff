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
  insert into standard (number, family, title, mandatory, in_force_from, ends_on, successors, stated_at, stated_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (number) do update set
    family = excluded.family, title = excluded.title, mandatory = excluded.mandatory,
    in_force_from = excluded.in_force_from, ends_on = excluded.ends_on, successors = excluded.successors,
    stated_at = excluded.stated_at, stated_by = excluded.stated_by, version = standard.version + 1
  where standard.stated_at <= excluded.stated_at`;

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
    await this.transactions.run((tx) => this.save(tx, [fact], this.clock.now(), actor.sub));
    return this.get(fact.number);
  }

  /** What the library says, inside the transaction that holds the inbox row. */
  async take(tx: EntityManager, { at, ...stated }: EventData<typeof StandardChangedV1>): Promise<void> {
    await this.save(tx, [factFrom(stated)], new Date(at), 'standards');
  }

  /** Stores facts stated at one instant and tells every process to look again. */
  async save(tx: EntityManager, facts: readonly StandardFact[], statedAt: Date, statedBy: string): Promise<void> {
    for (const fact of facts) {
      await tx.query(UPSERT, [
        ...[fact.number, fact.family, JSON.stringify(fact.title), fact.mandatory],
        ...[fact.inForceFrom ?? null, fact.endsOn ?? null, fact.successors, statedAt, statedBy],
      ]);
    }
    await tx.query('update standard_epoch set epoch = epoch + 1');
  }
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
