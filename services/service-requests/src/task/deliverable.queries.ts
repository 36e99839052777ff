import type { Deliverable } from '@qi/contracts';
import { decodeCursor, pageOf, type Actor, type Page } from '@qi/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CaseAccess } from '../case-access/case-access.service';
import { containing } from '../like';
import { toResponse, type DeliverableQuery, type DeliverableResponse } from './deliverable.dto';
import { TaskRow } from './task.row';

const MATCHING = `exists (select from jsonb_array_elements(task.deliverables) as d
  where d ->> 'number' ilike :pattern or d ->> 'title' ilike :pattern)`;

@Injectable()
export class DeliverableQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
  ) {}

  /** Those of the newest tasks first. A page ends within a task where it has to: the cursor is task and place. */
  async list({ limit, after, element, q }: DeliverableQuery, actor: Actor): Promise<Page<DeliverableResponse>> {
    const found = this.dataSource.manager
      .createQueryBuilder(TaskRow, 'task')
      .where(await this.access.visibleTo(actor, 'task'))
      .andWhere(`task.deliverables <> '[]'`)
      .orderBy('task.id', 'DESC')
      // One that the page before ended in, and one that says that there is a next page.
      .take(limit + 2);
    const [last, place] = after === undefined ? [] : decodeCursor(after, 'id', 'number');
    if (last !== undefined) found.andWhere('task.id <= :last', { last });
    if (element !== undefined) found.andWhere('task.element = :element', { element });
    if (q !== undefined) found.andWhere(MATCHING, { pattern: containing(q) });
    const rows = (await found.getMany())
      .flatMap((task) => task.deliverables.map((deliverable, at) => ({ task, deliverable, at })))
      .filter(({ task, at }) => task.id !== last || at > Number(place))
      .filter(({ deliverable }) => q === undefined || matches(deliverable, q));
    const page = pageOf(rows, limit, ({ task, at }) => [task.id, String(at)]);
    return { ...page, items: page.items.map(({ task, deliverable }) => toResponse(task, deliverable)) };
  }
}

function matches({ number, title }: Deliverable, q: string): boolean {
  const wanted = q.trim().toLowerCase();
  return [number, title].some((text) => text.toLowerCase().includes(wanted));
}
