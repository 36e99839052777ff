import { newId } from '@qi/kernel';
import type { Candidate, ScopeFacts, TaskOpened } from '../src';
import { defaultPolicy, rulesOf, testingGates, trimScope } from '../src';
import type { DecisionRecord } from '../src/decision/decision-record';
import { keep } from '../src/record/keep';
import { route } from '../src/routing/route';
import { routingDemandOf } from '../src/task/task';
import { standards } from './facts';

export const testingRules = rulesOf({ gates: testingGates, trimFacts: trimScope });

/** The record of routing the task among the candidates on 2026-11-23. */
export function aDecisionRecord(task: TaskOpened, candidates: readonly Candidate<ScopeFacts>[]): DecisionRecord {
  const demand = routingDemandOf(task, []);
  const inputs = { demand, candidates, asOf: '2026-11-23', standards, policy: defaultPolicy };
  return {
    id: newId(),
    taskId: task.taskId,
    requestId: task.requestId,
    round: task.round,
    attempt: 1,
    at: '2026-11-23T02:00:00.000Z',
    policyVersion: 1,
    ...keep({ inputs, decision: route(inputs, testingRules) }, testingRules),
  };
}
