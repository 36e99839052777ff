import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@qi/kernel';
import { areaPrefixes, CurrentCalendar, hasRole, type Actor } from '@qi/platform';
import { DataSource } from 'typeorm';
import type { StuckTask } from './stuck.dto';
import { isStuck, nextSteps, type WaitingStatus } from './stuck';

type Waiting = Omit<StuckTask, 'workingMinutes' | 'owner' | 'next'> & { status: WaitingStatus };

/** The list is for acting on: the oldest come first and nobody acts on more than this. */
const MOST = 200;

@Injectable()
export class StuckQueries {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly calendar: CurrentCalendar,
  ) {}

  async list(actor: Actor): Promise<StuckTask[]> {
    const areas = hasRole(actor, 'auditor', 'operator') ? null : areaPrefixes(actor);
    const waiting = await this.dataSource.query<Waiting[]>(
      `select t.task_id as "taskId", t.number as "taskNumber", t.request_id as "requestId", r.number as "requestNumber",
         t.element, t.status, t.status_at as since, t.provider_name as "providerName"
       from task_flow t left join request_flow r using (request_id)
       where t.status = any($1) and t.number is not null
         and ($2::text[] is null or exists (select 1 from unnest($2::text[]) p where t.area_code like p || '%'))
       order by t.status_at limit 2000`,
      [Object.keys(nextSteps), areas],
    );
    const now = this.clock.now();
    return waiting
      .filter(({ status, since }) => isStuck(status, since, now, this.calendar))
      .slice(0, MOST)
      .map((task) => ({
        ...task,
        workingMinutes: this.calendar.workingMinutesBetween(task.since, now),
        owner: nextSteps[task.status].owner,
        next: nextSteps[task.status].words,
      }));
  }
}
