import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { ReportFlagRow } from '../accreditation/report-flag.row';
import { JobRow } from '../job/job.row';
import { toVerified } from './verification.dto';
import type { VerifiedDeliverable } from './verification.dto';
import { verify } from './verification';

/** Institutions number as they like: a handful may have used the same number, not more. */
const MANY = 20;

@Injectable()
export class VerificationQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Everything handed over under a number, however the hand that typed it spelled it. */
  async find(typed: string): Promise<VerifiedDeliverable[]> {
    const number = typed.normalize('NFKC').trim();
    const numbers = [...new Set([number, number.toUpperCase()])];
    const jobs = await this.dataSource
      .createQueryBuilder(JobRow, 'job')
      // As the index has it.
      .where(`(job.deliverables::jsonb || job.former_deliverables::jsonb) @> any(:wanted::jsonb[])`, {
        wanted: numbers.map((each) => JSON.stringify([{ number: each }])),
      })
      .orderBy('job.id', 'DESC')
      .limit(MANY)
      .getMany();
    const doubts = await this.dataSource.manager.findBy(ReportFlagRow, { jobId: In(jobs.map(({ id }) => id)) });
    return jobs.flatMap((job) =>
      numbers.flatMap((each) => {
        const doubt = doubts.find(({ jobId, numbers: flagged }) => jobId === job.id && flagged.includes(each));
        const found = verify(job, each, doubt?.cause);
        return found ? [toVerified(job, found)] : [];
      }),
    );
  }
}
