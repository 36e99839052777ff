import type { JobStatus } from '@qi/contracts';
import { Timers, Transactions } from '@qi/platform';
import type { Actor, Role } from '@qi/platform';
import { actor, checkAfterEach, startTestService } from '@qi/testing';
import type { Answer, TestService } from '@qi/testing';
import type { EntityManager } from 'typeorm';
import type { TaskOpened } from '../src';
import { TaskService } from '../src/task/task.service';
import { aTask, candidates, demoMigrations, demoProvider, laboratories } from './demo-provider';

export const api = '/api/institutions/v1';
export const pdf = Buffer.from('%PDF-1.7\nreport');

export interface JobView {
  readonly id: string;
  readonly number: string;
  readonly status: JobStatus;
  readonly providerId: string;
  readonly answerBy: string;
  readonly demand: { readonly object: string };
  readonly deliverables: { number: string; sha256: string; fileId: string }[];
}

export const coordinatorOf = (providerId: string, role: Role = 'coordinator'): Actor =>
  actor(role, { org: { kind: 'institution', id: providerId } });

/** A provider service for one test file, without a broker; each test begins with empty tables. */
export class ProviderBench {
  service: TestService;

  constructor() {
    beforeAll(async () => {
      this.service = await startTestService(demoProvider, { migrations: demoMigrations, kafka: false });
    });
    afterAll(() => this.service.close());
    checkAfterEach(() => this.service.dataSource, { outbox: false });
    beforeEach(async () => {
      await this.query(
        'truncate opened_task, job, decision, provider_load, outbox, standard, accreditation_loss, report_flag',
      );
      await this.query('update standard_epoch set epoch = epoch + 1');
    });
  }

  query<T = never>(sql: string, parameters?: unknown[]): Promise<T[]> {
    return this.service.dataSource.query<T[]>(sql, parameters);
  }

  get timers(): Timers {
    return this.service.app.get(Timers, { strict: false });
  }

  /** As a consumer would: in one transaction. */
  tell(work: (tasks: TaskService, tx: EntityManager) => Promise<void>): Promise<void> {
    const tasks = this.service.app.get(TaskService, { strict: false });
    return this.service.app.get(Transactions, { strict: false }).run((tx) => work(tasks, tx));
  }

  open(...opened: TaskOpened[]): Promise<void> {
    return this.tell((tasks, tx) => tasks.open(tx, opened));
  }

  jobsOf(task: TaskOpened): Promise<{ id: string; status: JobStatus; provider_id: string }[]> {
    return this.query('select id, status, provider_id from job where task_id = $1 order by id', [task.taskId]);
  }

  async statusesOf(task: TaskOpened): Promise<JobStatus[]> {
    return (await this.jobsOf(task)).map(({ status }) => status);
  }

  /** Types of the facts about a task, in the order written. */
  async factsOf({ taskId }: TaskOpened): Promise<string[]> {
    const rows = await this.query<{ type: string }>('select type from outbox where key = $1 order by seq', [taskId]);
    return rows.map(({ type }) => type);
  }

  /** A task that was opened and offered to one of the laboratories. */
  async offered(names = ['甲', '乙'], given: Partial<TaskOpened> = {}) {
    candidates.all = laboratories(...names);
    const task = aTask(given);
    await this.open(task);
    const [job] = await this.jobsOf(task);
    if (!job) throw new Error('no job was offered');
    return { task, id: job.id, providerId: job.provider_id, coordinator: coordinatorOf(job.provider_id) };
  }

  /** A task whose job is completed with one deliverable. */
  async completed(given: Partial<TaskOpened> = {}) {
    const found = await this.offered(['甲', '乙'], given);
    const { id, coordinator } = found;
    await this.call(`/jobs/${id}/accept`, {}, coordinator);
    await this.call(`/jobs/${id}/progress`, { step: 'in-test' }, coordinator);
    await this.deliver(id, coordinator);
    await this.call(`/jobs/${id}/complete`, {}, coordinator);
    return found;
  }

  call<T = JobView>(path: string, body: unknown, as: Actor): Promise<Answer<T>> {
    return this.service.http.post<T>(`${api}${path}`, body, { as });
  }

  get<T = JobView>(path: string, as: Actor): Promise<Answer<T>> {
    return this.service.http.get<T>(`${api}${path}`, { as });
  }

  deliver(id: string, as: Actor, number = 'T-1', bytes: Buffer = pdf): Promise<Answer<JobView & { type: string }>> {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(bytes)]), '报告.pdf');
    for (const [name, value] of Object.entries({ kind: 'test-report', number, title: '检测报告' }))
      form.set(name, value);
    return this.call(`/jobs/${id}/deliverables`, form, as);
  }
}
