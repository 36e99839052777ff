import { deadEnds, unreachable, type Transitions } from '@qi/kernel';
import * as request from './states/service-request';
import * as task from './states/task';
import * as job from './states/job';
import * as registry from './states/registry';

const tables: [string, Transitions<string>, string, readonly string[]][] = [
  ['service request', request.serviceRequestTransitions, 'draft', request.serviceRequestFinals],
  ['task', task.taskTransitions, 'waiting', task.taskFinals],
  ['job', job.jobTransitions, 'offered', job.jobFinals],
  ['platform', registry.platformTransitions, 'planned', registry.platformFinals],
  ['service item', registry.serviceItemTransitions, 'draft', registry.serviceItemFinals],
  ['institution', registry.institutionTransitions, 'applied', registry.institutionFinals],
  ['scope line', registry.scopeLineTransitions, 'proposed', registry.scopeLineFinals],
  ['annex', registry.annexTransitions, 'reading', registry.annexFinals],
  ['instrument', registry.instrumentTransitions, 'in-use', registry.instrumentFinals],
  ['work item', registry.workItemTransitions, 'open', ['done', 'dismissed']],
  // A firm stays on the register: verified is where it rests.
  ['enterprise', registry.enterpriseTransitions, 'registered', ['verified']],
];

describe.each(tables)('transitions of a %s', (_name, table, initial, finals) => {
  it('reach every state from the first', () => expect(unreachable(table, initial)).toEqual([]));
  it('end only in states that are named final', () => expect(deadEnds(table, finals)).toEqual([]));
});

it('the walk finds a dead end and an unreachable state', () => {
  const broken: Transitions<string> = { a: ['b', 'end'], b: [], c: ['a'], end: [] };
  expect(unreachable(broken, 'a')).toEqual(['c']);
  expect(deadEnds(broken, ['end'])).toEqual(['b']);
});
