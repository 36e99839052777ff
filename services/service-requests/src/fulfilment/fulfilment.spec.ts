import { newId } from '@qi/kernel';
import { AJob } from '../../test/case';
import { act, aRequest, aRequestLine, at, aTask } from '../../test/request-builder';
import type { Task } from '../task/task';
import { toResponse } from '../task/task.view';
import { CaseFile } from './case-file';
import {
  acceptCase,
  amendTask,
  cancelTask,
  closeCase,
  confirmTask,
  followFact,
  noteRating,
  redispatchTask,
  reworkTask,
  withdrawCase,
} from './fulfilment';

/** A submitted request of two lines; the test waits for the calibration. */
function accepted(): { file: CaseFile; test: string; gauges: string } {
  const request = aRequest({
    status: 'submitted',
    lines: [aRequestLine({ dependsOn: ['gauges'] }), aRequestLine({ key: 'gauges' })],
  });
  const [test, gauges] = [newId(), newId()];
  const values = { requestId: request.id };
  const tasks = [
    aTask({ ...values, id: test, dependsOn: [gauges] }),
    aTask({ ...values, id: gauges, lineKey: 'gauges' }),
  ];
  const file = new CaseFile(request, []);
  acceptCase(file, tasks, false, act);
  return { file, test, gauges };
}

const task = (file: CaseFile, id: string): Task => file.findTask(id) ?? fail(id);
const deliver = (file: CaseFile, id: string) => {
  for (const fact of new AJob(toResponse(task(file, id))).done()) followFact(file, fact, at);
};
const types = (file: CaseFile) => file.events.map(({ type }) => type);

function fail(id: string): never {
  throw new Error(`no task ${id}`);
}

describe('acceptCase', () => {
  it('opens what waits for nothing and leaves the rest waiting', () => {
    const { file, test, gauges } = accepted();
    expect([task(file, test).status, task(file, gauges).status]).toEqual(['waiting', 'opened']);
    expect(types(file)).toEqual([
      'service-request.accepted.v1',
      'task.created.v1',
      'task.created.v1',
      'task.opened.v1',
    ]);
  });
});

describe('dependencies', () => {
  it('are met by delivery, and what was delivered goes along', () => {
    const { file, test, gauges } = accepted();
    deliver(file, gauges);
    expect(task(file, test).status).toBe('opened');
    expect(file.events.at(-1)?.data).toMatchObject({
      taskId: test,
      dependencies: [{ taskId: gauges, deliverables: [{}] }],
    });
  });

  it('are met by cancellation: nobody waits for what nobody wants', () => {
    const { file, test, gauges } = accepted();
    cancelTask(file, gauges, '不再需要', act);
    expect(task(file, test).status).toBe('opened');
    expect(() => cancelTask(file, test, 'x', act)).toThrow(/^task\/last-task/);
  });
});

describe('from delivery to closed', () => {
  it('completes with the last delivery and closes with the last confirmation and rating', () => {
    const { file, test, gauges } = accepted();
    deliver(file, gauges);
    expect(file.request.status).toBe('in-service');
    deliver(file, test);
    expect(file.request.status).toBe('completed');
    for (const id of [test, gauges]) {
      confirmTask(file, id, act);
      noteRating(file, id, { timeliness: 5, result: 4 }, act);
    }
    expect(file.request.status).toBe('closed');
  });

  it('counts what is delivered as taken when the firm closes', () => {
    const { file, test, gauges } = accepted();
    deliver(file, gauges);
    deliver(file, test);
    closeCase(file, act, false);
    expect(file.tasks.map(({ status }) => status)).toEqual(['confirmed', 'confirmed']);
  });

  it('goes back into service with rework, within ten days', () => {
    const { file, test, gauges } = accepted();
    deliver(file, gauges);
    deliver(file, test);
    const late = { ...act, at: new Date(at.getTime() + 11 * 86_400_000) };
    expect(() => reworkTask(file, test, '有误', late)).toThrow(/^service-request\/reopen-too-late/);
    reworkTask(file, test, '有误', act);
    expect([file.request.status, task(file, test).status]).toEqual(['in-service', 'in-progress']);
    expect(types(file).slice(-2)).toEqual(['service-request.reopened.v1', 'task.rework-requested.v1']);
  });
});

describe('redispatch and amend', () => {
  it('open an unroutable task in a new round', () => {
    const { file, gauges } = accepted();
    followFact(file, new AJob(toResponse(task(file, gauges))).unroutable(), at);
    amendTask(file, gauges, { demand: task(file, gauges).demand, needBy: null, reason: '改用现行标准' }, act);
    expect(task(file, gauges)).toMatchObject({ status: 'opened', round: 2, unroutable: null });
    expect(types(file).slice(-2)).toEqual(['task.amended.v1', 'task.opened.v1']);
  });

  it('are refused while the task waits or a provider works on it', () => {
    const { file, test, gauges } = accepted();
    const job = new AJob(toResponse(task(file, gauges)));
    for (const fact of [job.offered(), job.accepted()]) followFact(file, fact, at);
    for (const id of [test, gauges]) {
      expect(() => redispatchTask(file, id, null, act)).toThrow(/^task\/not-unroutable/);
    }
    const { demand } = task(file, gauges);
    expect(() => amendTask(file, gauges, { demand, needBy: null, reason: 'x' }, act)).toThrow(/^task\/not-amendable/);
  });
});

describe('a clerk dispatches by hand', () => {
  const to = (providerId: string) => ({ providerId, by: act.by, reason: '企业与该机构有长期合作' });

  it('a task that was offered goes to the named provider, and the former answer is no longer awaited', () => {
    const { file, gauges } = accepted();
    const job = new AJob(toResponse(task(file, gauges)));
    followFact(file, job.offered(), at);
    const providerId = newId();
    redispatchTask(file, gauges, to(providerId), act);
    expect(task(file, gauges)).toMatchObject({ status: 'opened', round: 2, dispatchedTo: { providerId }, job: null });
    expect(file.events.at(-1)).toMatchObject({ type: 'task.opened.v1', data: { dispatchedTo: to(providerId) } });
    expect(file.clocks.filter(({ taskId }) => taskId === gauges).slice(-2)).toMatchObject([
      { action: 'stop', kind: 'answer' },
      { action: 'start', kind: 'dispatch' },
    ]);
    followFact(file, job.cancelled('superseded'), at);
    expect(file.entries.at(-1)?.kind).toBe('task-offer-withdrawn');
  });

  it('is refused to the provider that has the offer, and while somebody works on the task', () => {
    const { file, gauges } = accepted();
    const job = new AJob(toResponse(task(file, gauges)));
    followFact(file, job.offered(), at);
    expect(() => redispatchTask(file, gauges, to(job.providerId), act)).toThrow(/^task\/already-offered/);
    followFact(file, job.accepted(), at);
    expect(() => redispatchTask(file, gauges, to(newId()), act)).toThrow(/^task\/not-dispatchable/);
  });
});

describe('withdrawCase', () => {
  it('cancels what can be cancelled and leaves what was delivered', () => {
    const { file, test, gauges } = accepted();
    deliver(file, gauges);
    withdrawCase(file, '合同取消', act);
    expect([task(file, gauges).status, task(file, test).status]).toEqual(['delivered', 'cancelled']);
    expect(file.request.status).toBe('withdrawn');
  });
});
