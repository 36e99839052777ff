import { newId } from '@qi/kernel';
import fc from 'fast-check';
import { testingRules } from '../../test/decision-record';
import { aContext, aLaboratory, aRoutingDemand, standards } from '../../test/facts';
import type { Candidate } from '../routing/candidate';
import type { ScopeFacts } from '../routing/facts';
import { defaultPolicy } from '../routing/policy';
import type { RoutingPolicy } from '../routing/policy';
import { nothingYet, rerun } from './rerun';
import type { PastDecision, Rerun } from './rerun';

const near = { ...aLaboratory({}), name: '近', longitude: 121, openJobs: 30 };
const idle = { ...aLaboratory({}), name: '闲', longitude: 116, rating: 5 };
const byDistance: RoutingPolicy = { ...defaultPolicy, version: 2, weights: { distance: 1000 } };
const byRating: RoutingPolicy = { ...defaultPolicy, version: 1, weights: { rating: 1000 } };

function past(candidates: readonly Candidate<ScopeFacts>[], asOf = aContext().asOf, all = candidates.length) {
  const demand = aRoutingDemand();
  const inputs = { demand, candidates, asOf, standards, policy: byRating };
  return { id: newId(), taskId: demand.taskId, inputs, candidates: all } satisfies PastDecision;
}

const run = (decisions: readonly PastDecision[], policy: RoutingPolicy): Rerun =>
  decisions.reduce((so, one) => rerun(so, one, policy, testingRules), nothingYet);

describe('rerun', () => {
  it('the same policy moves nothing, whatever the decisions', () => {
    const some = fc.array(fc.record({ openJobs: fc.integer({ min: 0, max: 90 }), active: fc.boolean() }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 5 }), (worlds) => {
        const decisions = worlds.map((labs) => past(labs.map((given) => ({ ...aLaboratory({}), ...given }))));
        const { moved, delay, examples, decisions: count } = run(decisions, byRating);
        expect([moved, examples, count]).toEqual([0, [], decisions.length]);
        expect(delay.after).toEqual(delay.before);
      }),
    );
  });

  it('tells who would have had the job instead, and how the load of both changes', () => {
    const decision = past([near, idle]);
    const so = run([decision], byDistance);
    expect(so.examples).toEqual([
      { decisionId: decision.id, taskId: decision.taskId, asOf: '2026-11-23', from: '闲', to: '近' },
    ]);
    expect(so.providers).toEqual({
      [near.providerId]: { name: '近', before: 0, after: 1 },
      [idle.providerId]: { name: '闲', before: 1, after: 0 },
    });
  });

  it('a provider that gets more fills up: the backlog of the moved jobs counts until they would be done', () => {
    const tight: RoutingPolicy = { ...byDistance, backlogWeeks: 2 };
    const small = { ...near, openJobs: 0, capacityPerWeek: 1 };
    const after = run([past([small, idle]), past([small, idle]), past([small, idle])], tight);
    // As recorded the small laboratory is idle all the time; under the policy it is full after two jobs.
    expect(after.providers[small.providerId]?.after).toBe(2);
    const later = run([past([small, idle]), past([small, idle]), past([small, idle], '2027-03-01')], tight);
    expect(later.providers[small.providerId]?.after).toBe(3);
  });

  it('counts the days behind what was needed', () => {
    const slow = { ...near, leadDays: 20 };
    const { delay } = run([past([slow, { ...idle, openJobs: 40 }])], byDistance);
    expect(delay.after).toEqual({ given: 1, late: 1, days: 23 });
  });

  it('a task that nobody could take any more goes to nobody', () => {
    const strict: RoutingPolicy = { ...byRating, backlogWeeks: 1 };
    const so = run([past([{ ...near, openJobs: 30 }])], strict);
    expect(so.examples).toMatchObject([{ from: '近', to: null }]);
    expect(so.delay.after.given).toBe(0);
  });

  it('says of how many decisions not every candidate is on record, and goes on after a stop as if there were none', () => {
    const decisions = [past([near, idle], undefined, 12), past([near, idle])];
    const whole = run(decisions, byDistance);
    expect(whole.partial).toBe(1);
    const halfway = JSON.parse(JSON.stringify(run(decisions.slice(0, 1), byDistance))) as Rerun;
    expect(decisions.slice(1).reduce((so, one) => rerun(so, one, byDistance, testingRules), halfway)).toEqual(whole);
  });
});
