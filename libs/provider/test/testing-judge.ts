import type { Candidate, RoutingDemand, ScopeFacts } from '../src';
import { testingGates } from '../src';
import { aContext } from './facts';

/** The gates that fail, with their codes: `gate/code`. */
export function failing(demand: RoutingDemand, candidate: Candidate<ScopeFacts>): string[] {
  return testingGates.flatMap((gate) => {
    const verdict = gate.judge(demand, candidate, aContext());
    return verdict.pass ? [] : [`${gate.name}/${verdict.code}`];
  });
}

export function notes(demand: RoutingDemand, candidate: Candidate<ScopeFacts>): string[] {
  return testingGates.flatMap((gate) => {
    const verdict = gate.judge(demand, candidate, aContext());
    return verdict.pass && verdict.note ? [verdict.note.en] : [];
  });
}

export function verdictOf(name: string, demand: RoutingDemand, candidate: Candidate<ScopeFacts>) {
  const gate = testingGates.find((one) => one.name === name);
  const verdict = gate?.judge(demand, candidate, aContext());
  if (!verdict || verdict.pass) throw new Error(`${name} passed`);
  return verdict;
}
