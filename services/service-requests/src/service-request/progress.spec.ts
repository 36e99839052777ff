import { given } from '@qi/testing';
import { act, aRequest, at } from '../../test/request-builder';
import { accept, close, follow, reopen, withdraw, type TaskView } from './progress';

const tasks = (...statuses: TaskView['status'][]): TaskView[] => statuses.map((status) => ({ status, ratedAt: null }));
const after = (status: 'accepted' | 'in-service' | 'completed', views: TaskView[], ratedAt: Date | null = null) =>
  follow(aRequest({ status, ratedAt }), views, at).map(({ next }) => next.status);

describe('follow: the status comes from the tasks', () => {
  it.each([
    ['accepted', tasks('opened', 'waiting'), []],
    ['accepted', tasks('offered'), []],
    ['accepted', tasks('accepted', 'waiting'), ['in-service']],
    ['accepted', tasks('delivered'), ['in-service', 'completed']],
    ['in-service', tasks('delivered', 'in-progress'), []],
    ['in-service', tasks('delivered', 'cancelled'), ['completed']],
    ['in-service', tasks('opened'), []],
    ['completed', tasks('confirmed', 'delivered'), []],
    ['completed', tasks('confirmed', 'confirmed'), []],
  ] as const)('%s with %j', (status, views, expected) => {
    expect(after(status, [...views])).toEqual(expected);
  });

  it('closes once everything is confirmed and rated, by task or as a whole', () => {
    const rated = [{ status: 'confirmed', ratedAt: at }] as const;
    expect(after('completed', [...rated])).toEqual(['closed']);
    expect(after('completed', tasks('confirmed'), at)).toEqual(['closed']);
    expect(after('completed', tasks('delivered'), at)).toEqual([]);
  });

  it('says nothing of a request whose tasks are all cancelled', () => {
    expect(after('in-service', tasks('cancelled'))).toEqual([]);
  });
});

describe('accept', () => {
  it('refuses a problem without services', () => {
    given(aRequest({ status: 'submitted', lines: [] }))
      .when((state) => accept(state, false, act))
      .thenRefuses('service-request/not-itemised');
  });
});

describe('reopen', () => {
  const completed = (days: number) =>
    aRequest({ status: 'completed', completedAt: new Date(at.getTime() - days * 86_400_000) });

  it('is possible for ten days', () => {
    given(completed(10))
      .when((state) => reopen(state, '有误', act))
      .then({ status: 'in-service', completedAt: null });
    given(completed(10.01))
      .when((state) => reopen(state, '有误', act))
      .thenRefuses('service-request/reopen-too-late');
  });

  it.each(['accepted', 'in-service', 'closed', 'draft'] as const)('is not for one that is %s', (status) => {
    given(aRequest({ status }))
      .when((state) => reopen(state, 'x', act))
      .thenRefuses('service-request/illegal-transition');
  });
});

describe('withdraw and close', () => {
  it('end the clocks', () => {
    expect(withdraw(aRequest({ status: 'submitted' }), '不需要了', act).clocks).toMatchObject([
      { action: 'stop', kind: 'accept' },
    ]);
    expect(close(aRequest({ status: 'completed' }), act, false).clocks).toMatchObject([
      { action: 'stop', kind: 'rating' },
    ]);
  });

  it('are not possible twice', () => {
    given(aRequest({ status: 'closed' }))
      .when((state) => close(state, act, true))
      .thenRefuses('service-request/illegal-transition');
    given(aRequest({ status: 'completed' }))
      .when((state) => withdraw(state, 'x', act))
      .thenRefuses('service-request/illegal-transition');
  });
});
