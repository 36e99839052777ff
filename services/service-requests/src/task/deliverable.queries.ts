import { decodeCursor, pageOf, type Actor, type Page } from '@qi/platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CaseAccess } from '../case-access/case-access.service';
import { containing } from '../like';
import { toResponse, type DeliverableQuery, type DeliverableResponse } from './deliverable.dto';
import { TaskRow } from './task.row';

const MATCHING = `d ->> 'number' ilike :pattern or d ->> 'title' ilike :pattern`;
/** Which of a task's documents are meant, counted from nought. */
const PLACES = `array(select (at - 1)::int from jsonb_array_elements(task.deliverables) with ordinality as one (d, at)
  where ${MATCHING} order by at)`;

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
      .addSelect(PLACES, 'places')
      .where(await this.access.visibleTo(actor, 'task'))
      .andWhere(`exists (select from jsonb_array_elements(task.deliverables) as d where ${MATCHING})`)
      .setParameter('pattern', containing(q ?? ''))
      .orderBy('task.id', 'DESC')
      // One that the page before ended in, and one that says that there is a next page.
      .take(limit + 2);
    const [last, place] = after === undefined ? [] : decodeCursor(after, 'id', 'number');
    if (last !== undefined) found.andWhere('task.id <= :last', { last });
    if (element !== undefined) found.andWhere('task.element = :element', { element });
    const { entities, raw } = await found.getRawAndEntities<{ places: number[] }>();
    const rows = entities
      .flatMap((task, n) => raw[n]!.places.map((at) => ({ task, at, deliverable: task.deliverables[at]! })))
      .filter(({ task, at }) => task.id !== last || at > Number(place));
    const page = pageOf(rows, limit, ({ task, at }) => [task.id, String(at)]);
    return { ...page, items: page.items.map(({ task, deliverable }) => toResponse(task, deliverable)) };
  }
}
