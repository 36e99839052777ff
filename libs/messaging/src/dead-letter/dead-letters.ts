import { DomainError, isId, problems } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { remember } from '../consumer/chunk-applier';
import { failureOf } from '../consumer/failure';
import type { HandlerRegistry } from '../consumer/handler-registry';
import type { ReceivedEvent } from '../consumer/received-event';
import { readEvent } from '../wire/cloud-event';
import type { DeadLetterQuery } from './dead-letter.dto';
import type { DeadLetterPage, DeadLetterSummary, DeadLetterView } from './dead-letter.response';
import { DeadLetterRow } from './dead-letter.row';

export const deadLetterProblem = problems('dead-letter', {
  'not-found': { kind: 'not-found', zh: '没有这条死信。', en: 'There is no such dead letter.' },
  'already-decided': {
    kind: 'conflict',
    zh: '这条死信已处理（{status}）。',
    en: 'This dead letter has been dealt with already ({status}).',
  },
  'no-handler': { kind: 'conflict', zh: '没有处理 {type} 的程序。', en: 'Nothing here handles {type}.' },
  'still-failing': { kind: 'conflict', zh: '重放仍然失败：{error}', en: 'It still fails: {error}' },
  'reason-missing': { kind: 'invalid', zh: '请说明丢弃的原因。', en: 'Say why it is dropped.' },
});

/** What could not be applied: look at it, try it again, or drop it with a reason. */
export class DeadLetters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: HandlerRegistry,
    private readonly clock: Clock,
  ) {}

  /** Newest first. `next` is the `after` of the following page. */
  async list(page: Partial<DeadLetterQuery> = {}): Promise<DeadLetterPage> {
    const { limit = 50 } = page;
    const query = this.dataSource.getRepository(DeadLetterRow).createQueryBuilder('letter');
    if (page.status) query.andWhere('letter.status = :status', { status: page.status });
    if (page.after) {
      const after = await this.find(this.dataSource.manager, page.after);
      query.andWhere('(letter.failedAt, letter.id) < (:failedAt, :id)', { failedAt: after.failedAt, id: after.id });
    }
    const rows = await query
      .orderBy('letter.failedAt', 'DESC')
      .addOrderBy('letter.id', 'DESC')
      .limit(limit + 1)
      .getMany();
    const items = rows.slice(0, limit).map(toSummary);
    const last = items.at(-1);
    return rows.length > limit && last ? { items, next: last.id } : { items };
  }

  async get(id: string): Promise<DeadLetterView> {
    const row = await this.find(this.dataSource.manager, id);
    return { ...toSummary(row), headers: row.headers, payload: row.payload?.toString('utf8') ?? null };
  }

  /** Runs the message through its handlers once more, in one transaction with the note of who asked for it. */
  async replay(id: string, by: string): Promise<DeadLetterView> {
    await this.dataSource.transaction(async (tx) => {
      const row = await this.lockPending(tx, id);
      await this.apply(row, tx);
      await this.decide(tx, row, { status: 'replayed', decidedBy: by, reason: null });
    });
    return this.get(id);
  }

  async drop(id: string, by: string, reason: string): Promise<DeadLetterView> {
    if (reason.trim() === '') throw deadLetterProblem['reason-missing']();
    await this.dataSource.transaction(async (tx) => {
      const row = await this.lockPending(tx, id);
      await this.decide(tx, row, { status: 'dropped', decidedBy: by, reason });
    });
    return this.get(id);
  }

  private async apply(row: DeadLetterRow, tx: EntityManager): Promise<void> {
    try {
      const event = this.read(row);
      // It was noted as dealt with when it was put aside: that this row is still pending is what allows it once more.
      await remember(tx, [event]);
      await this.registry.apply([event], tx);
    } catch (error) {
      if (error instanceof DomainError || failureOf(error) === 'systemic') throw error;
      throw deadLetterProblem['still-failing']({ error: error instanceof Error ? error.message : String(error) });
    }
  }

  private read(row: DeadLetterRow): ReceivedEvent {
    if (row.type !== null && !this.registry.knows(row.type)) throw deadLetterProblem['no-handler']({ type: row.type });
    return readEvent(row.topic, {
      key: row.key === null ? null : Buffer.from(row.key),
      value: row.payload,
      headers: row.headers,
      offset: row.kafkaOffset,
      timestamp: '0',
      attributes: 0,
    });
  }

  private async find(manager: EntityManager, id: string): Promise<DeadLetterRow> {
    const row = isId(id) ? await manager.findOneBy(DeadLetterRow, { id }) : null;
    if (!row) throw deadLetterProblem['not-found']();
    return row;
  }

  private async lockPending(tx: EntityManager, id: string): Promise<DeadLetterRow> {
    const lock = { mode: 'pessimistic_write' } as const;
    const row = isId(id) ? await tx.findOne(DeadLetterRow, { where: { id }, lock }) : null;
    if (!row) throw deadLetterProblem['not-found']();
    if (row.status !== 'pending') throw deadLetterProblem['already-decided']({ status: row.status });
    return row;
  }

  private async decide(
    tx: EntityManager,
    row: DeadLetterRow,
    decision: Pick<DeadLetterRow, 'status' | 'decidedBy' | 'reason'>,
  ): Promise<void> {
    await tx.update(DeadLetterRow, { id: row.id }, { ...decision, decidedAt: this.clock.now() });
  }
}

function toSummary(row: DeadLetterRow): DeadLetterSummary {
  return {
    id: row.id,
    topic: row.topic,
    partition: row.partition,
    offset: row.kafkaOffset,
    key: row.key,
    type: row.type,
    eventId: row.eventId,
    error: row.error,
    failedAt: row.failedAt.toISOString(),
    status: row.status,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reason: row.reason,
  };
}
