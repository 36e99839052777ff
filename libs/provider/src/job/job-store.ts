import type { By, DomainEvent } from '@qi/contracts';
import { toBusinessDate } from '@qi/kernel';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { addLoad } from '../load/provider-load';
import type { LoadDelta } from '../load/provider-load';
import { OpenedTaskRow } from '../task/opened-task.row';
import { isUnfinished } from './job';
import type { JobDecision } from './job';
import { JobRow } from './job.row';
import type { LifeLineEntry } from './job.row';

/** The task's row, locked: everything about one task happens one after another. */
export function lockTask(tx: EntityManager, taskId: string): Promise<OpenedTaskRow | null> {
  return tx.findOne(OpenedTaskRow, { where: { taskId }, lock: { mode: 'pessimistic_write' } });
}

/** The job at work for the task, if any, locked; call it with the task locked. */
export function findUnfinished(tx: EntityManager, taskId: string): Promise<JobRow | null> {
  return tx.findOne(JobRow, {
    where: { taskId, status: In(['offered', 'accepted', 'in-progress', 'reworked']) },
    lock: { mode: 'pessimistic_write' },
  });
}

/** When and by whom, and what is worth a note. */
export interface Happening {
  readonly at: Date;
  readonly by?: By;
  readonly note?: string;
}

/** Writes a decision about a job, its line on the life line and what it means for the provider's load. */
export async function saveJob(
  tx: EntityManager,
  job: JobRow,
  { next, events }: JobDecision,
  what: Happening,
): Promise<readonly DomainEvent[]> {
  const before = job.status;
  const { at, by, note } = what;
  Object.assign(job, next, { updatedAt: at });
  if (events.length > 0) {
    const entry: LifeLineEntry = {
      status: job.status,
      at: at.toISOString(),
      ...(next.step && { step: next.step }),
      ...(by && { by }),
      ...(note && { note }),
    };
    job.lifeLine = [...job.lifeLine, entry];
  }
  await tx.save(job);
  await addLoad(tx, deltaOf(job, before, at));
  return events;
}

function deltaOf(job: JobRow, before: JobRow['status'], at: Date): Map<string, LoadDelta> {
  const openJobs = Number(isUnfinished(job.status)) - Number(isUnfinished(before));
  if (openJobs === 0) return new Map();
  const completed = Number(job.status === 'completed');
  const onTime = completed && Number(toBusinessDate(at) <= job.promisedDate);
  return new Map([[job.providerId, { openJobs, completed, onTime }]]);
}
