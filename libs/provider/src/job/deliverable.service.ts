import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Deliverable } from '@qi/contracts';
import { CLOCK, newId, toBusinessDate } from '@qi/kernel';
import type { Clock } from '@qi/kernel';
import { Transactions } from '@qi/platform';
import type { Actor } from '@qi/platform';
import { deliver } from './job';
import { JobFileRow } from './job-file.row';
import { jobProblem } from './job-problem';
import type { DeliverJob } from './job.dto';
import { JobQueries } from './job.queries';
import type { JobRow } from './job.row';
import { JobService } from './job.service';
import { fileExtensions, fileTypeOf } from './file-type';

export const MAX_FILE_BYTES = 10 * 1024 * 1024;

export interface Upload {
  readonly originalname: string;
  readonly buffer: Buffer;
}

/** Takes in what a job hands over. */
@Injectable()
export class DeliverableService {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: JobService,
    private readonly queries: JobQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Stores the file by its digest and notes it in the job; a refused job keeps no file. */
  async add(id: string, fields: DeliverJob, upload: Upload | undefined, actor: Actor): Promise<JobRow> {
    if (!upload) throw jobProblem['no-file']();
    const { buffer } = upload;
    if (buffer.length > MAX_FILE_BYTES) throw jobProblem['file-too-large']();
    const type = fileTypeOf(buffer);
    if (!type) throw jobProblem['file-type']({ allowed: fileExtensions });
    const { job: seen } = await this.queries.get(id, actor);
    const now = this.clock.now();
    const deliverable: Deliverable = {
      kind: fields.kind,
      number: fields.number.trim(),
      title: fields.title.trim(),
      sha256: createHash('sha256').update(buffer).digest('hex'),
      fileId: newId(),
      fileName: safeName(upload.originalname, type.extension),
      size: buffer.length,
      issuedOn: fields.issuedOn ?? toBusinessDate(now),
    };
    deliver(seen, deliverable);
    await this.store({ sha256: deliverable.sha256, contentType: type.mime, bytes: buffer, createdAt: now });
    return this.jobs.act(id, actor, (job) => deliver(job, deliverable));
  }

  private store(file: JobFileRow): Promise<unknown> {
    return this.transactions.run((tx) =>
      tx.createQueryBuilder().insert().into(JobFileRow).values(file).orIgnore().execute(),
    );
  }
}

/** Characters that turn or hide what follows them: `gpj.exe` would be shown as `exe.jpg`. */
const DECEPTIVE = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069]/u;

/** The last part of the name as given, at most 150 characters, without those that nobody sees. */
export function safeName(original: string, extension: string): string {
  const name = readName(original).split(/[/\\]/).at(-1) ?? '';
  // By characters: half a surrogate pair can be kept in no JSON column.
  const clean = [...name]
    .filter((char) => !DECEPTIVE.test(char))
    .slice(-150)
    .join('')
    .trim();
  return clean || `file.${extension}`;
}

/** Multipart names arrive as UTF-8 read as Latin-1; one that holds other characters, or is no UTF-8, is taken as it is. */
function readName(original: string): string {
  if ([...original].some((char) => char > '\u00FF')) return original;
  const utf8 = new TextDecoder('utf-8').decode(Buffer.from(original, 'latin1'));
  return utf8.includes('\uFFFD') ? original : utf8;
}
