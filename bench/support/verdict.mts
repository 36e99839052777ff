/** Compares what was answered with what stands in the databases: each request once, everywhere. */
import pg from 'pg';
import type { BenchServers } from './servers.mts';

export interface Verdict {
  /**
   * Answered requests without exactly their effect: a task that is offered with its job, or that nobody had room for, as
   * it was decided; and all of it in monitoring's log.
   */
  readonly lost: number;
  /** Effects that happened twice: tasks, jobs, decisions, entries of the life line, events in the log. */
  readonly doubled: number;
}

/** Joined once, not asked for each: no index finds a task's entries, and there are as many tasks as requests. */
const TASKS = `
  select request_id as "requestId", id as "taskId", job_id as "jobId", status, coalesce(entries, 0) as entries
  from task left join (
    select task_id, count(*)::int as entries from life_line_entry
    where kind in ('task-offered', 'task-unroutable') group by task_id) l on l.task_id = task.id`;
const DECISIONS = `
  select task_id as "taskId", decisions, coalesce(jobs, '{}') as jobs
  from (select task_id, count(*)::int as decisions from decision group by task_id) d
  left join (select task_id, array_agg(id) as jobs from job group by task_id) j using (task_id)`;
const EVENTS = `
  select type, count(*)::int as n, count(distinct id)::int as ids from event_log where type = any ($1) group by type`;
/** Of every request one of each. */
const TOLD = [['service-request.submitted.v1'], ['task.opened.v1'], ['job.offered.v1', 'job.unroutable.v1']];

export async function verdictOn(answered: readonly string[], { postgres }: BenchServers): Promise<Verdict> {
  const ask = async <T extends pg.QueryResultRow>(
    database: string,
    sql: string,
    values: unknown[] = [],
  ): Promise<T[]> => {
    const client = new pg.Client({ connectionString: postgres.databaseUrl(database) });
    await client.connect();
    const { rows } = await client.query<T>(sql, values);
    await client.end();
    return rows;
  };
  const tasks = await ask<Task>('qi_service_requests', TASKS);
  const decided = await ask<Decided>('qi_institutions', DECISIONS);
  const events = await ask<{ type: string; n: number; ids: number }>('qi_monitoring', EVENTS, [TOLD.flat()]);
  const decisionOn = new Map(decided.map((one) => [one.taskId, one]));
  const taskOfRequest = new Map(tasks.map((task) => [task.requestId, task]));
  const effected = answered.filter((id) => {
    const task = taskOfRequest.get(id);
    return task !== undefined && isAsDecided(task, decisionOn.get(task.taskId));
  });
  const idsOf = (types: readonly string[]) =>
    events.reduce((sum, { type, ids }) => sum + (types.includes(type) ? ids : 0), 0);
  const untold = TOLD.reduce((sum, types) => sum + Math.max(0, answered.length - idsOf(types)), 0);
  const twice = [
    tasks.length - taskOfRequest.size,
    tasks.filter(({ entries }) => entries > 1).length,
    decided.filter(({ decisions, jobs }) => decisions > 1 || jobs.length > 1).length,
    ...events.map(({ n, ids }) => n - ids),
  ];
  return { lost: answered.length - effected.length + untold, doubled: twice.reduce((sum, n) => sum + n, 0) };
}

function isAsDecided({ status, jobId }: Task, decided: Decided | undefined): boolean {
  if (!decided) return false;
  return status === 'offered' ? decided.jobs[0] === jobId : status === 'unroutable' && decided.jobs.length === 0;
}

interface Task {
  readonly requestId: string;
  readonly taskId: string;
  readonly jobId: string | null;
  readonly status: string;
  readonly entries: number;
}
interface Decided {
  readonly taskId: string;
  readonly decisions: number;
  readonly jobs: readonly string[];
}
