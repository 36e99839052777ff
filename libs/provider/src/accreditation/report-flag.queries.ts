import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf } from '@qi/platform';
import type { Actor, Page } from '@qi/platform';
import { DataSource } from 'typeorm';
import { scopeOf } from '../job/job-scope';
import { ProviderSettings } from '../provider-options';
import type { ReportFlagQuery } from './report-flag.dto';
import { ReportFlagRow } from './report-flag.row';

@Injectable()
export class ReportFlagQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: ProviderSettings,
  ) {}

  /** Newest first, to whoever may see the job. */
  async list(query: ReportFlagQuery, actor: Actor): Promise<Page<ReportFlagRow>> {
    const { where, parameters } = scopeOf(actor, this.settings);
    // The alias is that of the jobs' scope, whose columns a flag has too.
    const find = this.dataSource
      .createQueryBuilder(ReportFlagRow, 'job')
      .where(where, parameters)
      .orderBy('job.id', 'DESC')
      .limit(query.limit + 1);
    const { providerId, requestId, jobId, after } = query;
    if (providerId) find.andWhere('job.provider_id = :providerId', { providerId });
    if (requestId) find.andWhere('job.request_id = :requestId', { requestId });
    if (jobId) find.andWhere('job.job_id = :jobId', { jobId });
    if (after) find.andWhere('job.id < :after', { after: decodeCursor(after, 'id')[0] });
    return pageOf(await find.getMany(), query.limit, ({ id }) => [id]);
  }
}
