import type { TestDemand } from '@qi/contracts';
import { OTHER_SITE, aLaboratory, aRoutingDemand } from '../../../../test/facts';
import { failing } from '../../../../test/testing-judge';
import type { Candidate } from '../../candidate';
import type { RoutingDemand } from '../../demand';
import type { ScopeFacts } from '../../facts';

const stability = (methodStandard: string): TestDemand => ({ parameter: '稳定性', methodStandard });
const brakes: TestDemand = { parameter: '制动性能', methodStandard: 'GB/T 14747-2025' };

type Demanded = Partial<RoutingDemand['demand']>;

describe.each<[string, Demanded, Candidate<ScopeFacts>, string[]]>([
  ['the line fits', {}, aLaboratory({}), []],
  ['the object is written in another width and case', { object: ' 儿童三轮车 ' }, aLaboratory({}), []],
  [
    'the object is known under a curated name',
    { object: '三轮童车' },
    aLaboratory({ objectNames: ['三轮童车', '儿童脚踏三轮车'] }),
    [],
  ],
  ['the object only looks alike', { object: '儿童自行车' }, aLaboratory({}), ['scope-covers-object/no-such-object']],
  ['no line at all', {}, aLaboratory(), ['scope-covers-object/no-such-object']],
  [
    'a parameter is missing',
    { tests: [stability('GB/T 14747-2025'), brakes] },
    aLaboratory({}),
    ['scope-covers-parameter/no-such-parameter'],
  ],
  ['a line for all parameters', { tests: [brakes] }, aLaboratory({ parameter: '全部参数' }), []],
  [
    'prefix changed with the same number',
    {},
    aLaboratory({ methodStandard: 'GB 14747-2006' }),
    ['scope-covers-method-of-that-year/older-edition'],
  ],
  [
    'a later edition of what is asked for',
    { tests: [stability('GB/T 29606-2013')] },
    aLaboratory({ methodStandard: 'GB/T 29606-2026' }),
    ['scope-covers-method-of-that-year/other-method'],
  ],
  [
    'an unrelated method',
    {},
    aLaboratory({ methodStandard: 'GB/T 3325-2024' }),
    ['scope-covers-method-of-that-year/other-method'],
  ],
  [
    'the number is dirty on both sides',
    { tests: [stability('ＧＢ∕Ｔ14747—2025')] },
    aLaboratory({ methodStandard: 'GB/T14747–2025' }),
    [],
  ],
  [
    'the line cites no readable number',
    {},
    aLaboratory({ methodStandard: '暂无' }),
    ['scope-covers-method-of-that-year/other-method'],
  ],
  ['an undated line covers the edition in force', {}, aLaboratory({ methodStandard: 'GB/T 14747' }), []],
  [
    'an undated line of the old family does not',
    {},
    aLaboratory({ methodStandard: 'GB 14747' }),
    ['scope-covers-method-of-that-year/other-method'],
  ],
  ['an undated demand means the edition in force', { tests: [stability('GB/T 14747')] }, aLaboratory({}), []],
  [
    'an undated demand before the change of editions',
    { tests: [stability('GB/T 29606')], plannedDate: '2027-01-31' },
    aLaboratory({ methodStandard: 'GB/T 29606-2013' }),
    [],
  ],
  [
    'an undated demand after the change of editions',
    { tests: [stability('GB/T 29606')], plannedDate: '2027-02-01' },
    aLaboratory({ methodStandard: 'GB/T 29606-2013' }),
    ['scope-covers-method-of-that-year/older-edition'],
  ],
  [
    'an undated demand for a withdrawn family',
    { tests: [stability('GB 14747')] },
    aLaboratory({ methodStandard: 'GB 14747-2006' }),
    ['standard-in-force/withdrawn'],
  ],
  [
    'an undated demand for a family nobody knows',
    { tests: [stability('GB/T 99999')] },
    aLaboratory({ methodStandard: 'GB/T 99999-2020' }),
    ['standard-in-force/edition-unknown'],
  ],
  [
    'a withdrawn edition is demanded',
    { tests: [stability('GB 14747-2006')] },
    aLaboratory({ methodStandard: 'GB 14747-2006' }),
    ['standard-in-force/withdrawn'],
  ],
  [
    'a withdrawn edition on its last day',
    { tests: [stability('GB 14747-2006')], plannedDate: '2026-10-31' },
    aLaboratory({ methodStandard: 'GB 14747-2006' }),
    [],
  ],
  [
    'issued, not yet in force',
    { tests: [stability('GB/T 29606-2026')], plannedDate: '2027-01-31' },
    aLaboratory({ methodStandard: 'GB/T 29606-2026' }),
    ['standard-in-force/not-yet-in-force'],
  ],
  [
    'on the first day in force',
    { tests: [stability('GB/T 29606-2026')], plannedDate: '2027-02-01' },
    aLaboratory({ methodStandard: 'GB/T 29606-2026' }),
    [],
  ],
  [
    'a verification regulation that became a specification',
    { tests: [stability('JJG 41-1990')] },
    aLaboratory({ methodStandard: 'JJG 41-1990' }),
    ['standard-in-force/withdrawn'],
  ],
  ['no standard number at all', { tests: [stability('按国标')] }, aLaboratory({}), ['standard-in-force/unreadable']],
  [
    'the line has expired on the planned date',
    {},
    aLaboratory({ validTo: '2026-11-30' }),
    ['line-valid-on-planned-date/expired'],
  ],
  ['the line ends on the planned date', {}, aLaboratory({ validTo: '2026-12-01' }), []],
  [
    'the line begins after the planned date',
    {},
    aLaboratory({ validFrom: '2026-12-02' }),
    ['line-valid-on-planned-date/not-yet-valid'],
  ],
  [
    'the line is suspended',
    {},
    aLaboratory({ status: 'suspended', suspendedReason: '监督评审' }),
    ['line-valid-on-planned-date/suspended'],
  ],
  ['the line is only proposed', {}, aLaboratory({ status: 'proposed' }), ['line-valid-on-planned-date/proposed']],
  ['the line was withdrawn', {}, aLaboratory({ status: 'withdrawn' }), ['line-valid-on-planned-date/withdrawn']],
  ['an expired line beside a valid one', {}, aLaboratory({ validTo: '2026-01-31' }, {}), []],
  [
    'equipment out of calibration',
    {},
    aLaboratory({ equipmentValidTo: '2026-11-30' }),
    ['equipment-in-calibration/out-of-calibration'],
  ],
  ['a limit that nobody has read', {}, aLaboratory({ limitNote: '只用第二法' }), ['limit-note/needs-confirmation']],
  ['a limit that was read and admits', {}, aLaboratory({ limitNote: '只用第二法', limitVerdict: 'admits' }), []],
  [
    'a limit that was read and excludes',
    {},
    aLaboratory({ limitNote: '除电动外', limitVerdict: 'excludes' }),
    ['limit-note/excluded-by-limit'],
  ],
  [
    'a limit that a rule has read, to a demand by another method',
    { tests: [stability('GB/T 14747-2025 第一法')] },
    aLaboratory({ limitNote: '只用第二法' }),
    ['limit-note/excluded-by-limit'],
  ],
  [
    'a limit that a rule has read, to a demand by that method',
    { tests: [stability('GB/T 14747-2025 第二法')] },
    aLaboratory({ limitNote: '只用第二法' }),
    [],
  ],
  ['a limit in words that no rule knows', {}, aLaboratory({ limitNote: '限小型' }), ['limit-note/needs-confirmation']],
  ['a limit column that says nothing', {}, aLaboratory({ limitNote: '无' }), []],
  ['a limited line beside a free one', {}, aLaboratory({ limitNote: '只测整车' }, {}), []],
  ['the scheme is missing', { schemes: ['CNAS'] }, aLaboratory({}), ['scheme-present/scheme-missing']],
  ['both schemes are demanded and held', { schemes: ['CMA', 'CNAS'] }, aLaboratory({}, { scheme: 'CNAS' }), []],
  ['no scheme is demanded', { schemes: [] }, aLaboratory({ scheme: 'CATL' }), []],
  [
    'two sites with half the scope each',
    { tests: [stability('GB/T 14747-2025'), brakes] },
    aLaboratory({}, { parameter: '制动性能', siteId: OTHER_SITE }),
    ['site-has-all/split-between-sites'],
  ],
  [
    'two schemes at two sites',
    { schemes: ['CMA', 'CNAS'] },
    aLaboratory({}, { scheme: 'CNAS', siteId: OTHER_SITE }),
    ['site-has-all/split-between-sites'],
  ],
  ['nothing is asked', { tests: [] }, aLaboratory({}), ['scope-covers-object/nothing-asked']],
])('%s', (_, demanded, candidate, expected) => {
  it(`fails: ${expected.join(', ') || 'nothing'}`, () => {
    expect(failing(aRoutingDemand(demanded), candidate)).toEqual(expected);
  });
});
