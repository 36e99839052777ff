import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { findRows, insertRows, updateRows } from '../multi-row';
import type { Task } from './task';
import { TaskRow } from './task.row';

/** Tasks as rows. Whoever changes them holds the lock of their request. */
@Injectable()
export class Tasks {
  constructor(private readonly dataSource: DataSource) {}

  listOf(requestIds: readonly string[], tx: EntityManager = this.dataSource.manager): Promise<Task[]> {
    return requestIds.length === 0 ? Promise.resolve([]) : findRows(tx, TaskRow, 'request_id', requestIds);
  }

  /** The request a task belongs to, if there is such a task. */
  async findRequestId(id: string): Promise<string | undefined> {
    const row = await this.dataSource.manager.findOne(TaskRow, {
      where: { id },
      select: { id: true, requestId: true },
    });
    return row?.requestId;
  }

  async insert(tx: EntityManager, tasks: readonly Task[]): Promise<void> {
    await insertRows(tx, TaskRow, tasks);
  }

  async write(tx: EntityManager, tasks: readonly Task[], changed: Iterable<keyof Task>): Promise<void> {
    await updateRows(tx, TaskRow, tasks, new Set([...changed, 'version', 'updatedAt']));
  }
}
