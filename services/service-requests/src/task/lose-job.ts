import { wordsOfDecline, type TaskStatus } from '@qi/contracts';
import type { Words } from '@qi/kernel';
import type { JobFact, JobStep } from './job-fact';
import { clockOf, noJob, type Task } from './task';

const held: ReadonlySet<TaskStatus> = new Set(['offered', 'accepted', 'in-progress']);

/** Declined, expired, given up or cancelled: the provider service asks the next one by itself. */
export function loseJob(task: Task, fact: LostFact, at: Date): JobStep | undefined {
  if (task.jobId !== fact.data.jobId || !held.has(task.status)) return undefined;
  const name = task.job?.providerName ?? '';
  return {
    next: { status: 'opened', ...noJob },
    kind: lostKinds[fact.type],
    words: lostWords(fact, name),
    data: reasonOf(fact),
    clocks: [
      clockOf(task, 'stop', 'answer', at),
      clockOf(task, 'stop', 'visit', at),
      clockOf(task, 'start', 'dispatch', at),
    ],
  };
}

type LostFact = Extract<
  JobFact,
  { type: 'job.declined.v1' | 'job.expired.v1' | 'job.terminated.v1' | 'job.cancelled.v1' }
>;

const lostKinds: Readonly<Record<LostFact['type'], string>> = {
  'job.declined.v1': 'task-declined',
  'job.expired.v1': 'task-offer-expired',
  'job.terminated.v1': 'task-given-up',
  'job.cancelled.v1': 'task-job-cancelled',
};

function lostWords(fact: LostFact, name: string): Words {
  switch (fact.type) {
    case 'job.declined.v1': {
      const { zh, en } = wordsOfDecline(fact.data.reasonCode);
      const note = fact.data.note ? `: ${fact.data.note}` : '';
      return {
        zh: `${name}未接单（${zh}${note}），正在另派`,
        en: `Declined by ${name} (${en}${note}); being routed again`,
      };
    }
    case 'job.expired.v1':
      return { zh: `${name}逾期未答复，正在另派`, en: `${name} did not answer in time; being routed again` };
    case 'job.terminated.v1': {
      const { zh, en } = causeOf(fact.data);
      return { zh: `${name}无法完成：${zh}，正在另派`, en: `${name} cannot finish: ${en}; being routed again` };
    }
    case 'job.cancelled.v1': {
      const { zh, en } = causeOf(fact.data);
      return {
        zh: `${name}的工单已取消：${zh}，正在另派`,
        en: `The job at ${name} was cancelled: ${en}; being routed again`,
      };
    }
  }
}

/** What the platform says itself is there in both languages, what a person wrote in that person's. */
function causeOf({ reason, cause }: { readonly reason: string; readonly cause?: Words }): Words {
  return cause ?? { zh: reason, en: reason };
}

function reasonOf(fact: LostFact): Record<string, unknown> {
  if (fact.type === 'job.expired.v1') return { answerBy: fact.data.answerBy };
  if (fact.type !== 'job.declined.v1') return { reason: fact.data.reason };
  const { reasonCode, note, availableFrom } = fact.data;
  return { reasonCode, ...(note ? { note } : {}), ...(availableFrom ? { availableFrom } : {}) };
}
