import type { TaskStatus } from '@qi/contracts';
import { theSystem, withData } from '../life-line/life-line';
import type { JobFact, JobStep } from './job-fact';
import { doubtReports, pauseJob, resumeJob } from './doubt-job';
import { loseJob } from './lose-job';
import { clockOf, entryOf, noJob, type Act, type Task, type TaskChange } from './task';

type DataOf<T extends JobFact['type']> = Extract<JobFact, { type: T }>['data'];

/**
 * What a provider's fact does to the task. A fact that no longer concerns the task (an old round, a job that lost it, a
 * cancelled task) moves nothing: it is written to the life line, so that nobody wonders where it went. The life line shows
 * the provider's time; states and clocks of the window go by its own, `now`.
 */
export function followJob(task: Task, fact: JobFact, now: Date): TaskChange {
  const act = actOf(fact);
  const step = stepOf(task, fact, now);
  if (!step) return outdated(task, fact, act);
  return {
    next: step.next,
    events: [],
    entries: [withData(entryOf(task, act, step.kind, step.words), { ...step.data, ...jobOf(fact) })],
    clocks: step.clocks ?? [],
  };
}

function stepOf(task: Task, fact: JobFact, at: Date): JobStep | undefined {
  switch (fact.type) {
    case 'job.offered.v1':
      return offered(task, fact.data, at);
    case 'job.unroutable.v1':
      return unroutable(task, fact.data, at);
    case 'job.completed.v1':
      return completed(task, fact.data, at);
    case 'job.progressed.v1':
      return progressed(task, fact.data, at);
    case 'job.accepted.v1':
      return accepted(task, fact.data, at);
    case 'job.reworked.v1':
      return reworked(task, fact.data);
    case 'job.paused.v1':
      return pauseJob(task, fact.data);
    case 'job.resumed.v1':
      return resumeJob(task, fact.data);
    case 'job.flagged.v1':
      return doubtReports(task, fact.data);
    default:
      return loseJob(task, fact, at);
  }
}

const unassigned: ReadonlySet<TaskStatus> = new Set(['opened', 'unroutable', 'offered']);

function offered(task: Task, data: DataOf<'job.offered.v1'>, at: Date): JobStep | undefined {
  if (!unassigned.has(task.status) || data.round < task.round || task.jobId === data.jobId) return undefined;
  const { provider, jobId, jobNumber, providerId, decisionId, promisedDate, answerBy, reason } = data;
  const job = { jobId, jobNumber, providerId, providerName: provider.name, siteId: provider.siteId ?? null };
  return {
    next: {
      status: 'offered',
      jobId,
      job: { ...job, decisionId, promisedDate, answerBy, reason },
      step: null,
      unroutable: null,
      offeredAt: at,
    },
    kind: 'task-offered',
    words: {
      zh: `已派给${provider.name}，预计 ${promisedDate} 完成。${reason.zh}`,
      en: `Offered to ${provider.name}, expected by ${promisedDate}. ${reason.en}`,
    },
    data: { decisionId, promisedDate, answerBy },
    clocks: [
      clockOf(task, 'stop', 'dispatch', at),
      { ...clockOf(task, 'start', 'answer', at), dueAt: new Date(answerBy) },
    ],
  };
}

function unroutable(task: Task, data: DataOf<'job.unroutable.v1'>, at: Date): JobStep | undefined {
  if ((task.status !== 'opened' && task.status !== 'offered') || data.round < task.round) return undefined;
  const { decisionId, candidates, gates, nearestMisses, reason } = data;
  return {
    next: { status: 'unroutable', unroutable: { decisionId, candidates, gates, nearestMisses, reason }, ...noJob },
    kind: 'task-unroutable',
    words: { zh: `暂无机构可派：${reason.zh}`, en: `Nobody can be asked: ${reason.en}` },
    data: { decisionId, candidates, gates },
    clocks: [clockOf(task, 'stop', 'answer', at)],
  };
}

function accepted(task: Task, data: DataOf<'job.accepted.v1'>, at: Date): JobStep | undefined {
  if (task.jobId !== data.jobId || task.status !== 'offered' || !task.job) return undefined;
  return {
    next: { status: 'accepted', acceptedAt: at, job: { ...task.job, promisedDate: data.promisedDate } },
    kind: 'task-accepted',
    words: {
      zh: `${task.job.providerName}已接单，承诺 ${data.promisedDate} 完成`,
      en: `Accepted by ${task.job.providerName}, promised for ${data.promisedDate}`,
    },
    data: { promisedDate: data.promisedDate },
    clocks: [
      clockOf(task, 'stop', 'answer', at),
      ...(visited.has(task.element) && task.demand.place === 'on-site' ? [clockOf(task, 'start', 'visit', at)] : []),
    ],
  };
}

/** Elements whose provider comes to the firm within the visit limit. */
const visited: ReadonlySet<Task['element']> = new Set(['quality-management', 'standards', 'brand', 'ip']);
const VISITED_STEP = 'visited';

function progressed(task: Task, data: DataOf<'job.progressed.v1'>, at: Date): JobStep | undefined {
  if (task.jobId !== data.jobId || (task.status !== 'accepted' && task.status !== 'in-progress')) return undefined;
  const { step, stepIndex, steps, words } = data;
  return {
    next: { status: 'in-progress', step: { step, stepIndex, steps, words } },
    kind: 'task-progressed',
    words: { zh: `${words.zh}（${stepIndex}/${steps}）`, en: `${words.en} (${stepIndex}/${steps})` },
    data: { step, stepIndex, steps },
    clocks: step === VISITED_STEP ? [clockOf(task, 'stop', 'visit', at)] : [],
  };
}

function completed(task: Task, data: DataOf<'job.completed.v1'>, at: Date): JobStep | undefined {
  if (task.jobId !== data.jobId || (task.status !== 'accepted' && task.status !== 'in-progress')) return undefined;
  const numbers = data.deliverables.map(({ number }) => number);
  return {
    next: { status: 'delivered', deliverables: data.deliverables, deliveredAt: at },
    kind: 'task-delivered',
    words: { zh: `已交付：${numbers.join('、')}`, en: `Delivered: ${numbers.join(', ')}` },
    data: { deliverables: data.deliverables.map(({ kind, number, sha256 }) => ({ kind, number, sha256 })) },
    clocks: [clockOf(task, 'stop', 'visit', at)],
  };
}

/** The answer to the firm's own request for rework, or a provider that found a fault itself. */
function reworked(task: Task, data: DataOf<'job.reworked.v1'>): JobStep | undefined {
  if (task.jobId !== data.jobId || (task.status !== 'in-progress' && task.status !== 'delivered')) return undefined;
  return {
    next: { status: 'in-progress', deliveredAt: null, step: null },
    kind: 'task-reworked',
    words: { zh: '机构已开始返工', en: 'The provider works on it again' },
    data: { reason: data.reason },
  };
}

function outdated(task: Task, fact: JobFact, act: Act): TaskChange {
  const { kind, words } = expectedOf(task, fact) ?? {
    kind: 'task-fact-outdated',
    words: {
      zh: `收到不再适用的消息（${fact.type}），未作变更`,
      en: `A fact that no longer applies (${fact.type}); nothing changed`,
    },
  };
  return {
    next: {},
    events: [],
    entries: [withData(entryOf(task, act, kind, words), { fact: fact.type, ...jobOf(fact) })],
    clocks: [],
  };
}

/** What moves nothing and surprises nobody: the provider's answer to what the window did itself. */
function expectedOf(task: Task, fact: JobFact): Pick<JobStep, 'kind' | 'words'> | undefined {
  if (fact.type !== 'job.cancelled.v1') return undefined;
  if (task.status === 'cancelled') {
    const words = { zh: '机构已收到取消', en: 'The provider has taken note of the cancellation' };
    return { kind: 'task-cancel-noted', words };
  }
  if (fact.data.reason !== 'superseded') return undefined;
  const words = {
    zh: '原派单已撤回，由新的派单代替',
    en: 'The former offer is withdrawn; the new one takes its place',
  };
  return { kind: 'task-offer-withdrawn', words };
}

function actOf({ data }: JobFact): Act {
  return { by: 'by' in data ? data.by : theSystem, at: new Date(data.at) };
}

function jobOf({ data }: JobFact): Record<string, unknown> {
  return 'jobId' in data ? { jobId: data.jobId, providerId: data.providerId } : {};
}
