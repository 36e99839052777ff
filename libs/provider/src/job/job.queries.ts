import { Injectable } from '@nestjs/common';
import { AccessLog, decodeCursor, pageOf } from '@qi/platform';
import type { Actor, Looked, Page } from '@qi/platform';
import { DataSource } from 'typeorm';
import { ProviderSettings } from '../provider-options';
import { OpenedTaskRow } from '../task/opened-task.row';
import { JobFileRow } from './job-file.row';
import { jobProblem } from './job-problem';
import { scopeOf } from './job-scope';
import type { JobListQuery } from './job.dto';
import { JobRow } from './job.row';

export interface JobWithTask {
  readonly job: JobRow;
  readonly task: OpenedTaskRow;
}

/** Reads, each within what the actor may see. */
@Injectable()
export class JobQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: ProviderSettings,
    private readonly log: AccessLog,
  ) {}

  /** Newest first: ids grow with time. */
  async list(query: JobListQuery, actor: Actor): Promise<Page<JobRow>> {
    const { where, parameters } = scopeOf(actor, this.settings);
    const find = this.dataSource
      .createQueryBuilder(JobRow, 'job')
      .where(where, parameters)
      .orderBy('job.id', 'DESC')
      .limit(query.limit + 1);
    if (query.status) find.andWhere('job.status = :status', { status: query.status });
    if (query.taskId) find.andWhere('job.task_id = :taskId', { taskId: query.taskId });
    if (query.requestId) find.andWhere('job.request_id = :requestId', { requestId: query.requestId });
    if (query.providerId) find.andWhere('job.provider_id = :providerId', { providerId: query.providerId });
    if (query.after) find.andWhere('job.id < :after', { after: decodeCursor(query.after, 'id')[0] });
    return pageOf(await find.getMany(), query.limit, ({ id }) => [id]);
  }

  async get(id: string, actor: Actor): Promise<JobWithTask> {
    const { where, parameters } = scopeOf(actor, this.settings);
    const job = await this.dataSource
      .createQueryBuilder(JobRow, 'job')
      .where('job.id = :id', { id })
      .andWhere(where, parameters)
      .getOne();
    if (!job) throw jobProblem['not-found']();
    this.log.note(actor, lookedAt(job));
    const task = await this.dataSource.getRepository(OpenedTaskRow).findOneByOrFail({ taskId: job.taskId });
    return { job, task };
  }

  /** The file of a deliverable. The firm gets it once the job is completed, others see drafts as well. */
  async getFile(id: string, fileId: string, actor: Actor): Promise<{ file: JobFileRow; fileName: string }> {
    const { job } = await this.get(id, actor);
    const handedOver =
      job.status === 'completed' ? [...job.deliverables, ...job.formerDeliverables] : job.formerDeliverables;
    const visible = actor.org?.kind === 'enterprise' ? handedOver : [...job.deliverables, ...job.formerDeliverables];
    const deliverable = visible.find((one) => one.fileId === fileId);
    const file =
      deliverable && (await this.dataSource.getRepository(JobFileRow).findOneBy({ sha256: deliverable.sha256 }));
    if (!deliverable || !file) throw jobProblem['not-found']();
    return { file, fileName: deliverable.fileName };
  }
}

/** A job shows what the firm it is done for has asked. */
function lookedAt({ id, number, enterpriseId, areaCode, requestId }: JobRow): Looked {
  return { kind: 'job', id, number, owner: { kind: 'enterprise', id: enterpriseId }, areaCode, requestId };
}
