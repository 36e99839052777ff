import type { Deliverable, JobStatus } from '@qi/contracts';
import type { Words } from '@qi/kernel';

export const lossKinds = ['suspended', 'withdrawn', 'expired', 'out-of-calibration'] as const;
export type LossKind = (typeof lossKinds)[number];

/** A provider lost some or all of what it was approved for. */
export interface Loss {
  readonly id: string;
  readonly providerId: string;
  readonly kind: LossKind;
  /** Why, as the firms read it. */
  readonly cause: Words;
  /** First business date on which the provider was not approved: it may lie before the day that this became known. */
  readonly affectedFrom: string;
  readonly reportedAt: Date;
  /** When its consequences for all jobs were drawn. */
  readonly checkedAt: Date | null;
}

const begun: ReadonlySet<JobStatus> = new Set(['in-progress', 'reworked']);

/** Work that has begun waits, with the sample where it is, unless the loss is for good; anything else goes to others. */
export function consequenceOf(status: JobStatus, kind: LossKind): 'route-again' | 'pause' {
  return begun.has(status) && kind !== 'withdrawn' ? 'pause' : 'route-again';
}

/** The reports issued from that day on. */
export function issuedFrom(deliverables: readonly Deliverable[], affectedFrom: string): Deliverable[] {
  return deliverables.filter(({ issuedOn }) => issuedOn >= affectedFrom);
}

/** What bars the provider, with what brought it about. */
export function causeOf({ cause }: Pick<Loss, 'cause'>, bar: Words | undefined): Words {
  if (!bar || bar.zh.includes(cause.zh)) return bar ?? cause;
  return { zh: `${bar.zh}（${cause.zh}）`, en: `${bar.en} (${cause.en})` };
}
