import { DomainError } from '@qi/kernel';
import { assertInWindow, finishedAt, give, type Rateable } from './rating';

const confirmedAt = new Date('2026-11-23T02:00:00Z');
const now = new Date('2026-11-24T02:00:00Z');
const by = { sub: 'firm-1', name: '李四' };

function aRequest(values: Partial<Rateable> = {}): Rateable {
  return {
    id: 'r1',
    number: 'QI-330482-20261123-0001',
    enterpriseId: 'e1',
    platformId: 'p1',
    status: 'in-service',
    completedAt: null,
    tasks: [
      { id: 't1', status: 'confirmed', confirmedAt, providerId: 'i1' },
      { id: 't2', status: 'delivered', confirmedAt: null, providerId: 'i2' },
    ],
    ...values,
  };
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'nothing thrown';
}

describe('finishedAt', () => {
  it('is the confirmation of the task', () => {
    expect(finishedAt(aRequest(), 't1')).toEqual(confirmedAt);
  });

  it('refuses a task that is only delivered, and one of another request', () => {
    expect(codeOf(() => finishedAt(aRequest(), 't2'))).toBe('rating/task-not-confirmed');
    expect(codeOf(() => finishedAt(aRequest(), 't9'))).toBe('rating/task-unknown');
  });

  it('is the completion of the request where no task is named', () => {
    expect(finishedAt(aRequest({ status: 'completed', completedAt: now }))).toEqual(now);
    expect(finishedAt(aRequest({ status: 'closed', completedAt: now }))).toEqual(now);
    expect(codeOf(() => finishedAt(aRequest()))).toBe('rating/request-not-completed');
  });
});

describe('assertInWindow', () => {
  it('counts the last day in', () => {
    expect(codeOf(() => assertInWindow('2026-12-07', '2026-12-07'))).toBe('nothing thrown');
    expect(codeOf(() => assertInWindow('2026-12-07', '2026-12-08'))).toBe('rating/window-closed');
  });
});

describe('give', () => {
  it('names the provider of the task', () => {
    const { next, events } = give(
      { id: 'x1', request: aRequest(), stars: { taskId: 't1', timeliness: 5, result: 4, comment: '好' } },
      by,
      now,
    );
    expect(next).toMatchObject({ taskId: 't1', providerId: 'i1', timeliness: 5, givenBy: by });
    expect(events).toMatchObject([
      { type: 'rating.given.v1', data: { taskId: 't1', providerId: 'i1', comment: '好' } },
    ]);
  });

  it('leaves task and provider out for the whole request', () => {
    const { next, events } = give({ id: 'x1', request: aRequest(), stars: { timeliness: 5, result: 5 } }, by, now);
    expect(next).toMatchObject({ taskId: null, providerId: null, comment: null });
    expect(events[0]?.data).not.toHaveProperty('taskId');
    expect(events[0]?.data).not.toHaveProperty('providerId');
  });
});
