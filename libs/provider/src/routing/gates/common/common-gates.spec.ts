import { newId } from '@qi/kernel';
import { aContext, aLaboratory, aRoutingDemand } from '../../../../test/facts';
import type { TaskOpened } from '../../../candidate-finder';
import type { Candidate } from '../../candidate';
import { commonGates } from './index';

const one = newId();
const clerk = { sub: 'c', name: '窗口' };

function failing(candidate: Partial<Candidate>, task: Partial<TaskOpened> = {}, onSite = false): string[] {
  const demand = aRoutingDemand({ place: onSite ? 'on-site' : 'laboratory' }, task);
  const judged = { ...aLaboratory({}), providerId: one, ...candidate };
  return commonGates.flatMap((gate) => {
    const verdict = gate.judge(demand, judged, aContext());
    return verdict.pass ? [] : [`${gate.name}/${verdict.code}`];
  });
}

const enterprise = { id: newId(), uscc: '91330482MA2B000060', name: '某童车厂', areaCode: '330482' };

it.each<[string, Partial<Candidate>, Partial<TaskOpened>, string[]]>([
  ['nothing against it', {}, {}, []],
  ['suspended', { active: false }, {}, ['provider-active/inactive']],
  ['excluded by the firm', {}, { excluded: [one] }, ['not-excluded/excluded']],
  ['the item names other providers', {}, { eligibleProviders: [newId()] }, ['eligible-for-item/not-listed']],
  ['the item names it', {}, { eligibleProviders: [newId(), one] }, []],
  [
    'dispatched to another',
    {},
    { dispatchedTo: { providerId: newId(), by: clerk, reason: '指派' } },
    ['dispatched-to/other-provider'],
  ],
  ['a conflict with the firm by id', { conflicts: [enterprise.id] }, { enterprise }, ['conflict-of-interest/conflict']],
  [
    'a conflict with the firm by credit code',
    { conflicts: [enterprise.uscc] },
    { enterprise },
    ['conflict-of-interest/conflict'],
  ],
  ['serves the county', { areasServed: ['330482'] }, { enterprise }, []],
  ['serves the province', { areasServed: ['330000'] }, { enterprise }, []],
  ['serves the country', { areasServed: ['100000'] }, { enterprise }, []],
  ['serves a neighbour', { areasServed: ['330481'] }, { enterprise }, ['area-served/not-served']],
  ['one job below the limit', { capacityPerWeek: 2, openJobs: 7 }, {}, []],
  ['at the limit', { capacityPerWeek: 2, openJobs: 8 }, {}, ['capacity/full']],
  ['no capacity at all', { capacityPerWeek: 0 }, {}, ['capacity/full']],
])('%s', (_, candidate, task, expected) => {
  expect(failing(candidate, task)).toEqual(expected);
});

it('says that it does not visit, where the work is on site', () => {
  expect(failing({ areasServed: ['330481'] }, { enterprise }, true)).toEqual(['area-served/no-visits-there']);
});
