import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf, type Actor, type Page } from '@qi/platform';
import { DataSource } from 'typeorm';
import { CaseAccess } from '../case-access/case-access.service';
import type { TaskQuery } from './task.dto';
import { taskProblem } from './task.problems';
import { TaskRow } from './task.row';
import { toResponse, type TaskResponse } from './task.view';

@Injectable()
export class TaskQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
  ) {}

  async get(id: string, actor: Actor): Promise<TaskResponse> {
    const row = await this.dataSource.manager.findOneBy(TaskRow, { id });
    if (!row) throw taskProblem.unknown();
    const { number, enterpriseId, areaCode, requestId } = row;
    const read = { kind: 'task', id, number, enterpriseId, areaCode, requestId };
    await this.access.assertReads(actor, read, taskProblem.unknown);
    return toResponse(row);
  }

  /** Oldest first: a work list is worked off from the top. */
  async list(query: TaskQuery, actor: Actor): Promise<Page<TaskResponse>> {
    const { limit, after, status, element, platformId, requestId } = query;
    const found = this.dataSource.manager
      .createQueryBuilder(TaskRow, 'task')
      .where(await this.access.visibleTo(actor, 'task'))
      .orderBy('task.id')
      .take(limit + 1);
    if (after !== undefined) found.andWhere('task.id > :after', { after: decodeCursor(after, 'id')[0] });
    if (status !== undefined) found.andWhere('task.status = :status', { status });
    if (element !== undefined) found.andWhere('task.element = :element', { element });
    if (platformId !== undefined) found.andWhere('task.platformId = :platformId', { platformId });
    if (requestId !== undefined) found.andWhere('task.requestId = :requestId', { requestId });
    const page = pageOf(await found.getMany(), limit, ({ id }) => [id]);
    return { ...page, items: page.items.map(toResponse) };
  }
}
