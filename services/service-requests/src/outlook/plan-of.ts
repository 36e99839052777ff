import { toBusinessDate, type WorkCalendar } from '@qi/kernel';
import { planWork, type Plan } from '../task/critical-path';
import type { Task } from '../task/task';
import type { ServiceRequest } from '../service-request/service-request';

/** The dates of a request: of its lines while there are no tasks yet, of the tasks with what is known of them after. */
export function planOf(
  request: Pick<ServiceRequest, 'lines' | 'needBy'>,
  tasks: readonly Task[],
  at: Date,
  calendar: WorkCalendar,
): Plan {
  const today = toBusinessDate(at);
  if (tasks.length === 0) {
    const works = request.lines.map(({ key, dependsOn, days, needBy }) => ({
      ...{ key, dependsOn, days },
      needBy: needBy ?? request.needBy,
    }));
    return planWork(works, today, calendar);
  }
  const live = tasks.filter(({ status }) => status !== 'cancelled');
  const keys = new Map(live.map(({ id, lineKey }) => [id, lineKey]));
  const works = live.map((task) => ({
    ...{ key: task.lineKey, days: task.days, needBy: task.needBy },
    dependsOn: task.dependsOn.flatMap((id) => keys.get(id) ?? []),
    ...knownFinish(task, today),
  }));
  return planWork(works, today, calendar);
}

/** Delivered work ended on its day; a promise counts until its day has passed. */
function knownFinish({ deliveredAt, job, status }: Task, today: string): { finish?: string } {
  if (deliveredAt) return { finish: toBusinessDate(deliveredAt) };
  const promised = status === 'accepted' || status === 'in-progress' ? job?.promisedDate : undefined;
  return promised && promised >= today ? { finish: promised } : {};
}
