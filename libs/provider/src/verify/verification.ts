import type { Deliverable } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import type { Job } from '../job/job';

export const standings = ['valid', 'in-doubt', 'replaced', 'withdrawn'] as const;
export type Standing = (typeof standings)[number];

/** What anybody who holds a report may know of it: never the client, nor what it says. */
export interface Verification {
  readonly deliverable: Deliverable;
  readonly standing: Standing;
  /** Numbers of what took its place. */
  readonly replacedBy: readonly string[];
  /** Why it is in doubt. */
  readonly cause?: Words;
}

type Handed = Pick<Job, 'status' | 'deliverables' | 'formerDeliverables'>;

/**
 * How a deliverable stands: one of a completed job is valid, or in doubt where its provider was not approved when it was
 * issued; one from before a rework is replaced by those of its kind that followed, or withdrawn while none has. What a
 * provider prepares and has not handed over is nobody's business yet.
 */
export function verify(job: Handed, number: string, doubt?: Words): Verification | undefined {
  const completed = job.status === 'completed';
  const current = job.deliverables.find((one) => one.number === number);
  if (current && completed) {
    const standing = doubt ? 'in-doubt' : 'valid';
    return { deliverable: current, standing, replacedBy: [], ...(doubt && { cause: doubt }) };
  }
  const former = job.formerDeliverables.find((one) => one.number === number);
  if (!former) return undefined;
  const successors = completed ? job.deliverables.filter(({ kind }) => kind === former.kind) : [];
  const replacedBy = successors.map((one) => one.number);
  return { deliverable: former, standing: replacedBy.length ? 'replaced' : 'withdrawn', replacedBy };
}
