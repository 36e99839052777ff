import { problems } from '@qi/kernel';
import type { Decision } from '@qi/kernel';
import { given } from './given';

interface Door {
  state: 'open' | 'shut';
  times: number;
}

const doorProblem = problems('door', { shut: { kind: 'conflict', zh: '门已关', en: 'shut after {times}' } });

function shut(door: Door): Decision<Door, { type: string }> {
  if (door.state === 'shut') throw doorProblem.shut({ times: door.times });
  return { next: { state: 'shut', times: door.times + 1 }, events: [{ type: 'door.shut.v1' }] };
}

const open: Door = { state: 'open', times: 0 };

describe('given › when › then', () => {
  it('takes a decision that is as expected', () => {
    given(open)
      .when(shut)
      .then({ state: 'shut' }, [{ type: 'door.shut.v1' }]);
    given<Door>({ state: 'shut', times: 1 }).when(shut).thenRefuses('door/shut', { times: 1 });
  });

  it.each([
    ['another next state', () => given(open).when(shut).then({ times: 5 })],
    ['other events', () => given(open).when(shut).then({}, [])],
    [
      'a refusal instead of a decision',
      () =>
        given<Door>({ ...open, state: 'shut' })
          .when(shut)
          .then({}),
    ],
    ['a decision instead of a refusal', () => given(open).when(shut).thenRefuses('door/shut')],
    [
      'another refusal',
      () =>
        given<Door>({ ...open, state: 'shut' })
          .when(shut)
          .thenRefuses('door/locked'),
    ],
    [
      'a rule that changes its argument',
      () =>
        given({ ...open })
          .when((door) => ({ next: { times: (door.times += 1) }, events: [] }))
          .then({}),
    ],
  ])('fails on %s', (_, check) => {
    expect(check).toThrow();
  });
});
