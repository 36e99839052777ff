import { JobAcceptedV1, JobExpiredV1, JobProgressedV1, jobFinals, jobStatuses, jobTransitions } from '@qi/contracts';
import type { JobStatus } from '@qi/contracts';
import { newId } from '@qi/kernel';
import { aDeliverable, given } from '@qi/testing';
import {
  accept,
  cancel,
  complete,
  decline,
  deliver,
  expire,
  isUnfinished,
  lapse,
  pause,
  progress,
  resume,
  rework,
  terminate,
} from './job';
import type { Job } from './job';
import { testingSteps } from './step';

const by = { sub: 'u1', name: '王工' };
const at = new Date('2026-11-24T02:00:00.000Z');
const act = { by, at };

function aJob(changes: Partial<Job> = {}): Job {
  return {
    id: newId(),
    number: 'J-20261123-000001',
    taskId: newId(),
    requestId: newId(),
    element: 'testing',
    providerId: newId(),
    status: 'offered',
    answerBy: new Date('2026-11-25T09:00:00.000Z'),
    promisedDate: '2026-12-04',
    step: null,
    deliverables: [],
    formerDeliverables: [],
    reason: null,
    paused: null,
    ...changes,
  };
}

const refs = ({ id, number, taskId, requestId, element, providerId }: Job) => ({
  jobId: id,
  jobNumber: number,
  taskId,
  requestId,
  element,
  providerId,
});

describe('accept', () => {
  it('keeps the proposed date unless another is promised', () => {
    const job = aJob();
    given(job)
      .when((state) => accept(state, undefined, act))
      .then({ status: 'accepted', promisedDate: '2026-12-04' }, [
        JobAcceptedV1.of({ ...refs(job), promisedDate: '2026-12-04', by, at: at.toISOString() }),
      ]);
    given(job)
      .when((state) => accept(state, '2026-12-01', act))
      .then({ promisedDate: '2026-12-01' });
  });

  it('refuses a date in the past, and an answer after the time for it', () => {
    given(aJob())
      .when((job) => accept(job, '2026-11-23', act))
      .thenRefuses('job/promise-in-past');
    given(aJob({ answerBy: new Date(at.getTime() - 1) }))
      .when((job) => accept(job, undefined, act))
      .thenRefuses('job/answer-overdue');
    given(aJob({ answerBy: at }))
      .when((job) => accept(job, undefined, act))
      .then({ status: 'accepted' });
  });
});

describe('expire', () => {
  it('tells until when an answer was awaited', () => {
    const job = aJob();
    given(job)
      .when((state) => expire(state, at))
      .then({ status: 'expired' }, [
        JobExpiredV1.of({ ...refs(job), answerBy: '2026-11-25T09:00:00.000Z', at: at.toISOString() }),
      ]);
  });
});

describe('progress', () => {
  it('the first step starts the work; steps may be left out', () => {
    const job = aJob({ status: 'accepted' });
    given(job)
      .when((state) => progress(state, 'in-test', testingSteps, act))
      .then({ status: 'in-progress', step: 'in-test' }, [
        JobProgressedV1.of({
          ...refs(job),
          step: 'in-test',
          stepIndex: 2,
          steps: 5,
          words: { zh: '检测中', en: 'In test' },
          by,
          at: at.toISOString(),
        }),
      ]);
  });

  it('never goes back, and lists what is left', () => {
    given(aJob({ status: 'in-progress', step: 'report-drafted' }))
      .when((job) => progress(job, 'in-test', testingSteps, act))
      .thenRefuses('job/step-back', { legal: ['report-reviewed', 'report-approved'] });
  });

  it('knows its steps only', () => {
    given(aJob({ status: 'accepted' }))
      .when((job) => progress(job, 'coffee', testingSteps, act))
      .thenRefuses('job/unknown-step');
  });
});

describe('deliver and complete', () => {
  const working = aJob({ status: 'in-progress' });

  it('asks for a deliverable first', () => {
    given(working)
      .when((job) => complete(job, act))
      .thenRefuses('job/no-deliverable');
  });

  it('takes no number twice, not even that of a former run', () => {
    const deliverable = aDeliverable();
    given(aJob({ status: 'in-progress', formerDeliverables: [deliverable] }))
      .when((job) => deliver(job, deliverable))
      .thenRefuses('job/duplicate-number');
  });

  it('takes deliverables only while at work', () => {
    given(aJob({ status: 'accepted' }))
      .when((job) => deliver(job, aDeliverable()))
      .thenRefuses('job/not-at-work', { legal: ['in-progress', 'cancelled', 'terminated'] });
  });

  it('rework starts over and asks for a new deliverable', () => {
    const done = aJob({ status: 'completed', step: 'report-approved', deliverables: [aDeliverable()] });
    const { next } = given(done)
      .when((job) => rework(job, '数据有误', at))
      .then({ status: 'reworked', step: null, deliverables: [] });
    const again = { ...done, ...next, ...progress({ ...done, ...next }, 'in-test', testingSteps, act).next };
    expect(again.formerDeliverables).toHaveLength(1);
    given(again)
      .when((job) => complete(job, act))
      .thenRefuses('job/no-deliverable');
  });
});

describe('every transition that the table does not have is refused with the legal ones', () => {
  const commands: [JobStatus, (job: Job) => unknown][] = [
    ['accepted', (job) => accept(job, undefined, act)],
    ['declined', (job) => decline(job, { reasonCode: 'other' }, act)],
    ['expired', (job) => expire(job, at)],
    ['completed', (job) => complete(job, act)],
    ['cancelled', (job) => cancel(job, '撤回', at)],
    ['terminated', (job) => terminate(job, '设备损坏', act)],
    ['reworked', (job) => rework(job, '返工', at)],
  ];
  const illegal = jobStatuses.flatMap((from) =>
    commands
      .filter(([to]) => !(jobTransitions[from] as readonly JobStatus[]).includes(to))
      .map(([to, run]) => [from, to, run] as const),
  );

  it.each(illegal)('%s → %s', (status, _to, run) => {
    expect(() => run(aJob({ status, deliverables: [aDeliverable()] }))).toThrow(
      expect.objectContaining({
        code: 'job/illegal-transition',
        details: expect.objectContaining({ legal: jobTransitions[status] }) as object,
      }) as Error,
    );
  });
});

it('a job is unfinished until a final state', () => {
  expect(jobStatuses.filter(isUnfinished)).toEqual(jobStatuses.filter((status) => !jobFinals.includes(status)));
});

describe('approval lost', () => {
  const cause = { zh: '机构已撤销', en: 'the institution was withdrawn' };

  it('takes an offer back and ends work, with the cause in both languages', () => {
    for (const [status, type] of [
      ['offered', 'job.cancelled.v1'],
      ['accepted', 'job.terminated.v1'],
      ['in-progress', 'job.terminated.v1'],
    ] as const) {
      const { events } = lapse(aJob({ status, paused: cause }), cause, act);
      expect(events).toMatchObject([{ type, data: { cause } }]);
    }
  });

  it('a paused job keeps its state and refuses every step, report and its completion until it may go on', () => {
    const job = aJob({ status: 'in-progress', deliverables: [aDeliverable()], ...pause(aJob(), cause, at).next });
    expect(job.status).toBe('in-progress');
    for (const step of [
      () => progress(job, 'in-test', testingSteps, act),
      () => deliver(job, aDeliverable({ number: 'T-2' })),
      () => complete(job, act),
    ]) {
      expect(step).toThrow(/^job\/paused/);
    }
    const free = { ...job, ...resume(job, at).next };
    expect(complete(free, act).next.status).toBe('completed');
  });
});
