/** Compares what was answered with what stands in the databases: each request once, everywhere. */
import pg from 'pg';
import type { BenchServers } from './servers.mts';

export interface Verdict {
  /** Answered requests without exactly their effect: a task that is offered, its job, and both in monitoring's log. */
  readonly lost: number;
  /** Effects that happened twice: tasks, jobs, decisions, offers on the life line, events in the log. */
  readonly doubled: number;
}

const TASKS = `
  select request_id as "requestId", id as "taskId", job_id as "jobId", status,
    (select count(*)::int from life_line_entry l where l.task_id = t.id and l.kind = 'task-offered') as offers
  from task t`;
const JOBS = `
  select j.id as "jobId", j.task_id as "taskId",
    (select count(*)::int from decision d where d.task_id = j.task_id) as decisions from job j`;
const EVENTS = `
  select type, count(*)::int as n, count(distinct id)::int as ids from event_log
  where type in ('service-request.submitted.v1', 'task.opened.v1', 'job.offered.v1') group by type`;

export async function verdictOn(answered: readonly string[], { postgres }: BenchServers): Promise<Verdict> {
  const ask = async <T extends pg.QueryResultRow>(database: string, sql: string): Promise<T[]> => {
    const client = new pg.Client({ connectionString: postgres.databaseUrl(database) });
    await client.connect();
    const { rows } = await client.query<T>(sql);
    await client.end();
    return rows;
  };
  const tasks = await ask<Task>('qi_service_requests', TASKS);
  const jobs = await ask<Job>('qi_institutions', JOBS);
  const events = await ask<{ type: string; n: number; ids: number }>('qi_monitoring', EVENTS);
  const jobOfTask = new Map(jobs.map((job) => [job.taskId, job]));
  const taskOfRequest = new Map(tasks.map((task) => [task.requestId, task]));
  const effected = answered.filter((id) => {
    const task = taskOfRequest.get(id);
    return task?.status === 'offered' && jobOfTask.get(task.taskId)?.jobId === task.jobId;
  });
  const missed = EVENT_TYPES.reduce((sum, type) => {
    const ids = events.find((each) => each.type === type)?.ids ?? 0;
    return sum + Math.max(0, answered.length - ids);
  }, 0);
  const twice =
    tasks.length -
    taskOfRequest.size +
    jobs.length -
    jobOfTask.size +
    events.reduce((sum, { n, ids }) => sum + n - ids, 0);
  const repeated =
    tasks.filter(({ offers }) => offers > 1).length + jobs.filter(({ decisions }) => decisions > 1).length;
  return { lost: answered.length - effected.length + missed, doubled: twice + repeated };
}

const EVENT_TYPES = ['service-request.submitted.v1', 'task.opened.v1', 'job.offered.v1'];

interface Task {
  readonly requestId: string;
  readonly taskId: string;
  readonly jobId: string | null;
  readonly status: string;
  readonly offers: number;
}
interface Job {
  readonly jobId: string;
  readonly taskId: string;
  readonly decisions: number;
}
