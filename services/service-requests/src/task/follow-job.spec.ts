import { newId } from '@qi/kernel';
import { AJob } from '../../test/case';
import { at, aTask } from '../../test/request-builder';
import { followJob } from './follow-job';
import type { JobFact } from './job-fact';
import { toResponse } from './task.view';
import type { Task } from './task';

const opened = () => aTask({ status: 'opened', openedAt: at });
const jobOn = (task: Task) => new AJob(toResponse(task));

/** The task after the facts, and the kinds of steps they left. */
function after(task: Task, ...facts: JobFact[]): { task: Task; kinds: string[] } {
  const kinds: string[] = [];
  let current = task;
  for (const fact of facts) {
    const change = followJob(current, fact, at);
    current = { ...current, ...change.next };
    kinds.push(...change.entries.map(({ kind }) => kind));
  }
  return { task: current, kinds };
}

describe('followJob', () => {
  it('goes with a job from offer to delivery', () => {
    const task = opened();
    const { task: delivered, kinds } = after(task, ...jobOn(task).done());
    expect(delivered).toMatchObject({ status: 'delivered', deliveredAt: at, deliverables: [{}] });
    expect(kinds).toEqual(['task-offered', 'task-accepted', 'task-progressed', 'task-delivered']);
  });

  it('starts the answer clock with the provider’s own due time', () => {
    const task = opened();
    const offer = jobOn(task).offered();
    const { clocks } = followJob(task, offer, at);
    expect(clocks).toMatchObject([
      { action: 'stop', kind: 'dispatch' },
      { action: 'start', kind: 'answer', dueAt: new Date((offer.data as { answerBy: string }).answerBy) },
    ]);
  });

  it.each(['declined', 'expired', 'cancelled'] as const)('is open again after the offer was %s', (end) => {
    const task = opened();
    const job = jobOn(task);
    expect(after(task, job.offered(), job[end]()).task).toMatchObject({ status: 'opened', jobId: null, job: null });
  });

  it('is open again when the provider gives up half-way', () => {
    const task = opened();
    const job = jobOn(task);
    expect(after(task, job.offered(), job.accepted(), job.progressed(), job.terminated()).task.status).toBe('opened');
  });

  it('takes an offer for a task that was unroutable', () => {
    const task = opened();
    expect(after(task, jobOn(task).unroutable(), jobOn(task).offered()).task).toMatchObject({
      status: 'offered',
      unroutable: null,
    });
  });

  it.each([
    ['an offer of an earlier round', (task: Task) => [jobOn({ ...task, round: 1 }).offered(1)]],
    ['an answer of a job that lost the task', (task: Task) => [jobOn(task).accepted()]],
    ['a completion of a job that lost the task', (task: Task) => [jobOn(task).completed()]],
  ])('only notes %s', (_, facts) => {
    const task = aTask({ status: 'offered', round: 2, jobId: newId() });
    const { task: same, kinds } = after(task, ...facts(task));
    expect(same).toEqual(task);
    expect(kinds).toEqual(['task-fact-outdated']);
  });

  it('takes the same offer only once', () => {
    const task = opened();
    const offer = jobOn(task).offered();
    expect(after(task, offer, offer).kinds).toEqual(['task-offered', 'task-fact-outdated']);
  });

  it('notes that the provider has seen a cancellation', () => {
    const task = aTask({ status: 'cancelled', jobId: newId() });
    expect(after(task, jobOn(task).cancelled()).kinds).toEqual(['task-cancel-noted']);
  });

  it('shows the provider’s time on the life line and the window’s on the task', () => {
    const task = opened();
    const fact = jobOn(task).offered();
    const now = new Date('2026-11-23T09:00:00Z');
    const { next, entries } = followJob(task, fact, now);
    expect(next.offeredAt).toEqual(now);
    expect(entries[0]?.at.toISOString()).toBe(fact.data.at);
  });

  it('is back in work when the provider reworks what it delivered', () => {
    const task = opened();
    const job = jobOn(task);
    expect(after(task, ...job.done(), job.reworked()).task).toMatchObject({ status: 'in-progress', deliveredAt: null });
  });
});

describe('a provider that lost its approval', () => {
  it('pauses the work, with the reason, until it may go on', () => {
    const task = opened();
    const job = jobOn(task);
    const { task: paused, kinds } = after(task, job.offered(), job.accepted(), job.progressed(), job.paused());
    expect(paused).toMatchObject({ status: 'in-progress', job: { paused: { zh: '机构资格已撤销' } } });
    expect(kinds.at(-1)).toBe('task-paused');
    const resumed = after(paused, job.resumed());
    expect(resumed.task.job).not.toHaveProperty('paused');
    expect(resumed.kinds).toEqual(['task-resumed']);
  });

  it('puts its reports in doubt, also of a task that the firm has confirmed', () => {
    const task = opened();
    const job = jobOn(task);
    const delivered = after(task, ...job.done()).task;
    const { task: doubted, kinds } = after({ ...delivered, status: 'confirmed' }, job.flagged());
    expect(doubted).toMatchObject({
      status: 'confirmed',
      job: { flagged: { numbers: ['T-1'], affectedFrom: '2026-01-20' } },
    });
    expect(kinds).toEqual(['task-report-flagged']);
  });

  it('of a job that the task no longer has moves nothing', () => {
    const task = opened();
    expect(after(task, jobOn(task).paused(), jobOn(task).flagged()).kinds).toEqual([
      'task-fact-outdated',
      'task-fact-outdated',
    ]);
  });
});
