import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type Words } from '@qi/kernel';
import { Transactions } from '@qi/platform';
import type { EntityManager } from 'typeorm';
import { Fulfilment } from '../fulfilment/fulfilment.service';
import type { RequestWorkItem } from './work-item';
import { CITED_BY_TASKS, CLOSE_MENDED, FORGET, KEEP, OPEN_FOR_ITEMS, OPEN_FOR_TASKS } from './work-item.sql';

/** What the library says of a standard's end; without `endsOn` it stays. */
export interface StandardEnd {
  readonly number: string;
  readonly family: string;
  readonly endsOn?: string;
  readonly successors: readonly string[];
}

type Opened = Pick<RequestWorkItem, 'requestId' | 'taskId' | 'standard' | 'endsOn' | 'plannedDate' | 'successors'>;

/** Follows the ends of standards: what cites them gets a work item, and a firm reads it on its request's life line. */
@Injectable()
export class StandardEnds {
  constructor(
    private readonly transactions: Transactions,
    private readonly fulfilment: Fulfilment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Keeps the facts, of one standard the last, and opens what they mean for tasks and items. */
  async follow(tx: EntityManager, facts: readonly (StandardEnd & { readonly at: string })[]): Promise<void> {
    const latest = [...new Map(facts.map((fact) => [fact.number, fact])).values()];
    const ending = latest.filter(({ endsOn }) => endsOn !== undefined);
    const staying = latest.filter(({ endsOn }) => endsOn === undefined).map(({ number }) => number);
    if (staying.length > 0) await tx.query(FORGET, [staying]);
    if (ending.length === 0) return;
    const rows = ending.map(({ endsOn, at, ...same }) => ({ ...same, ends_on: endsOn, stated_at: at }));
    await tx.query(KEEP, [JSON.stringify(rows)]);
    await this.open(tx, ending);
  }

  /** Nobody could take these tasks: perhaps for a standard that has ended before they were asked for. */
  async lookAgain(tx: EntityManager, taskIds: readonly string[]): Promise<void> {
    const ended = await tx.query<StandardEnd[]>(CITED_BY_TASKS, [taskIds]);
    if (ended.length > 0) await this.open(tx, ended);
  }

  closeMended(): Promise<void> {
    return this.transactions.run((tx) => tx.query(CLOSE_MENDED, [this.clock.now()]));
  }

  private async open(tx: EntityManager, ending: readonly StandardEnd[]): Promise<void> {
    const rows = JSON.stringify(ending.map(({ endsOn, ...same }) => ({ ...same, ends_on: endsOn })));
    const at = this.clock.now();
    const opened = await tx.query<Opened[]>(OPEN_FOR_TASKS, [rows, at]);
    await tx.query(OPEN_FOR_ITEMS, [rows, at]);
    if (opened.length === 0) return;
    const steps = opened.map((item) => ({ ...item, kind: 'standard-ends', words: wordsOf(item), data: dataOf(item) }));
    await this.fulfilment.tell(tx, steps);
  }
}

function dataOf({ standard, endsOn, plannedDate, successors }: Opened): Record<string, unknown> {
  return { standard, endsOn, plannedDate, successors };
}

function wordsOf({ standard, endsOn, plannedDate, successors }: Opened): Words {
  const followed = successors.length > 0;
  return {
    zh: `${standard} 于 ${endsOn} 后废止，早于计划日期 ${plannedDate}${followed ? `；代替标准：${successors.join('、')}，请确认` : ''}`,
    en: `${standard} ends on ${endsOn}, before the planned day ${plannedDate}${followed ? `; ${successors.join(', ')} takes its place: please agree` : ''}`,
  };
}
