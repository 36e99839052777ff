import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf, type Page } from '@qi/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { insertRows } from '../multi-row';
import type { LifeLineEntry } from './life-line';
import { toResponse, type LifeLineEntryResponse, type LifeLineQuery } from './life-line.view';
import { LifeLineEntryRow } from './life-line.row';

@Injectable()
export class LifeLines {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds steps, in this order, in the transaction of what they tell. */
  async add(tx: EntityManager, entries: readonly LifeLineEntry[]): Promise<void> {
    await insertRows(tx, LifeLineEntryRow, entries);
  }

  /** The steps of one request, oldest first unless asked otherwise. Who may see them is asked before. */
  async list(requestId: string, query: LifeLineQuery): Promise<Page<LifeLineEntryResponse>> {
    const { limit, after, order, kind, taskId } = query;
    const found = this.dataSource.manager
      .createQueryBuilder(LifeLineEntryRow, 'entry')
      .where('entry.requestId = :requestId', { requestId })
      .orderBy('entry.id', order === 'newest' ? 'DESC' : 'ASC')
      .take(limit + 1);
    if (after !== undefined) {
      found.andWhere(`entry.id ${order === 'newest' ? '<' : '>'} :after`, { after: decodeCursor(after, 'number')[0] });
    }
    if (kind !== undefined) found.andWhere('entry.kind = :kind', { kind });
    if (taskId !== undefined) found.andWhere('entry.taskId = :taskId', { taskId });
    const page = pageOf(await found.getMany(), limit, ({ id }) => [id]);
    return { ...page, items: page.items.map(toResponse) };
  }
}
