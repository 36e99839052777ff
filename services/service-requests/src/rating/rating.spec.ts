import { DomainError } from '@qi/kernel';
import { assertFinished, assertInWindow, give, type Rateable } from './rating';

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
      { id: 't1', status: 'confirmed', providerId: 'i1' },
      { id: 't2', status: 'delivered', providerId: 'i2' },
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

describe('assertFinished', () => {
  it('lets a confirmed task be rated while others are still under way', () => {
    expect(codeOf(() => assertFinished(aRequest(), 't1'))).toBe('nothing thrown');
  });

  it('refuses a task that is only delivered, and one of another request', () => {
    expect(codeOf(() => assertFinished(aRequest(), 't2'))).toBe('rating/task-not-confirmed');
    expect(codeOf(() => assertFinished(aRequest(), 't9'))).toBe('rating/task-unknown');
  });

  it('lets the request be rated as a whole once it is completed', () => {
    expect(codeOf(() => assertFinished(aRequest({ status: 'completed' })))).toBe('nothing thrown');
    expect(codeOf(() => assertFinished(aRequest({ status: 'closed' })))).toBe('nothing thrown');
    expect(codeOf(() => assertFinished(aRequest()))).toBe('rating/request-not-completed');
  });
});

describe('assertInWindow', () => {
  it('ends with the window, which begins with completion', () => {
    const until = new Date('2026-12-07T09:00:00Z');
    const after = new Date(until.getTime() + 1);
    expect(codeOf(() => assertInWindow(until, until))).toBe('nothing thrown');
    expect(codeOf(() => assertInWindow(undefined, after))).toBe('nothing thrown');
    expect(codeOf(() => assertInWindow(until, after))).toBe('rating/window-closed');
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
