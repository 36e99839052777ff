import { aContext, aRoutingDemand, anExpert } from '../../../../test/facts';
import { adviceGates } from './index';

const demand = aRoutingDemand({ tests: [], skills: ['质量诊断'], place: 'on-site' }, { element: 'quality-management' });

it.each([
  ['the skill is held', anExpert(), []],
  ['a skill is missing', anExpert({ skills: ['六西格玛'] }), ['skill-held']],
  ['the skill is written in another width', anExpert({ skills: [' 质量诊断 '] }), []],
  [
    'away on the first day of an absence',
    anExpert({ unavailable: [{ from: '2026-12-01', to: '2026-12-03' }] }),
    ['available-on-date'],
  ],
  [
    'away on its last day',
    anExpert({ unavailable: [{ from: '2026-11-20', to: '2026-12-01' }] }),
    ['available-on-date'],
  ],
  ['back the day before', anExpert({ unavailable: [{ from: '2026-11-20', to: '2026-11-30' }] }), []],
])('%s', (_, candidate, expected) => {
  const failed = adviceGates.filter((gate) => !gate.judge(demand, candidate, aContext()).pass);
  expect(failed.map(({ name }) => name)).toEqual(expected);
});
