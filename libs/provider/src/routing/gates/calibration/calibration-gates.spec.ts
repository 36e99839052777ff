import type { MeasurementDemand } from '@qi/contracts';
import { OTHER_SITE, SITE, aContext, aRoutingDemand, anInstitute } from '../../../../test/facts';
import type { Candidate } from '../../candidate';
import type { RoutingDemand } from '../../demand';
import type { CalibrationFacts } from '../../facts';
import { defaultPolicy } from '../../policy';
import { calibrationGates } from './index';

const caliper: MeasurementDemand = {
  instrument: '数显卡尺',
  measurand: '长度',
  min: '0',
  max: '150',
  unit: 'mm',
  tolerance: '0.03',
  quantity: 3,
  service: 'calibration',
};
const forceGauge: MeasurementDemand = {
  ...caliper,
  instrument: '推拉力计',
  measurand: '力',
  max: '500',
  unit: 'N',
  tolerance: '5',
};

function aMeasurement(
  measurements: MeasurementDemand[],
  place: 'laboratory' | 'on-site' = 'laboratory',
): RoutingDemand {
  return aRoutingDemand({ tests: [], measurements, place }, { element: 'metrology' });
}

function failing(demand: RoutingDemand, candidate: Candidate<CalibrationFacts>, requiredRatio = '3'): string[] {
  const context = aContext({ policy: { ...defaultPolicy, requiredRatio } });
  return calibrationGates.flatMap((gate) => {
    const verdict = gate.judge(demand, candidate, context);
    return verdict.pass ? [] : [`${gate.name}/${verdict.code}`];
  });
}

const force = { measurand: '力', min: '0', max: '1', unit: 'kN', uncertainty: '0.1', uncertaintyUnit: '%' };

describe.each<[string, MeasurementDemand[], Candidate<CalibrationFacts>, string[]]>([
  ['a capability that fits', [caliper], anInstitute({}), []],
  ['the capability is named after the instrument', [caliper], anInstitute({ measurand: '数显卡尺' }), []],
  ['another measurand', [forceGauge], anInstitute({}), ['measurand-covered/no-such-measurand']],
  [
    'calibration only, verification asked',
    [{ ...caliper, service: 'verification' }],
    anInstitute({}),
    ['measurand-covered/no-such-measurand'],
  ],
  ['nothing asked', [], anInstitute({}), ['measurand-covered/nothing-asked']],
  ['the range ends too early', [{ ...caliper, max: '200' }], anInstitute({}), ['range-covered/out-of-range']],
  [
    'the range ends a hair too early',
    [{ ...caliper, max: '150.0000000001' }],
    anInstitute({}),
    ['range-covered/out-of-range'],
  ],
  ['the same range in centimetres', [caliper], anInstitute({ max: '15', unit: 'cm' }), []],
  ['newtons in kilonewtons, relative uncertainty', [forceGauge], anInstitute(force), []],
  ['a unit of another quantity', [caliper], anInstitute({ unit: 'kg' }), ['range-covered/out-of-range']],
  ['a unit that nobody knows', [{ ...caliper, unit: 'furlong' }], anInstitute({}), ['range-covered/unit-unknown']],
  ['two capabilities that meet', [caliper], anInstitute({ max: '100' }, { min: '100', max: '300' }), []],
  [
    'two capabilities with a gap',
    [caliper],
    anInstitute({ max: '99' }, { min: '100', max: '300' }),
    ['range-covered/out-of-range'],
  ],
  [
    'two that would meet, at two sites',
    [caliper],
    anInstitute({ max: '100' }, { min: '100', siteId: OTHER_SITE }),
    ['range-covered/out-of-range'],
  ],
  ['out of date', [caliper], anInstitute({ validTo: '2026-11-30' }), ['capability-valid/out-of-date']],
  ['suspended', [caliper], anInstitute({ status: 'suspended' }), ['capability-valid/not-active']],
  ['U exactly a third of the tolerance', [caliper], anInstitute({ uncertainty: '10' }), []],
  [
    'U a hair more than a third',
    [caliper],
    anInstitute({ uncertainty: '10.01' }),
    ['cmc-within-tolerance/not-precise-enough'],
  ],
  ['U stated with k = 3 is brought to k = 2', [caliper], anInstitute({ uncertainty: '15', k: '3' }), []],
  [
    'U stated with k = 1 is doubled',
    [caliper],
    anInstitute({ uncertainty: '6', k: '1' }),
    ['cmc-within-tolerance/not-precise-enough'],
  ],
  [
    'U in a unit that cannot be compared',
    [caliper],
    anInstitute({ uncertaintyUnit: 'N' }),
    ['cmc-within-tolerance/not-comparable'],
  ],
  [
    'only a part of the range is precise enough',
    [caliper],
    anInstitute({ max: '100' }, { min: '100', uncertainty: '20' }),
    ['cmc-within-tolerance/not-precise-enough'],
  ],
  ['no tolerance stated', [{ ...caliper, tolerance: undefined }], anInstitute({ uncertainty: '500' }), []],
  ['two instruments at one site', [caliper, forceGauge], anInstitute({}, force), []],
  [
    'two instruments at two sites',
    [caliper, forceGauge],
    anInstitute({}, { ...force, siteId: OTHER_SITE }),
    ['site-has-all/split-between-sites'],
  ],
])('%s', (_, measurements, candidate, expected) => {
  it(`fails: ${expected.join(', ') || 'nothing'}`, () => {
    expect(failing(aMeasurement(measurements), candidate)).toEqual(expected);
  });
});

describe('a thermometer', () => {
  const thermometer = { ...caliper, measurand: '温度', min: '0', max: '100', unit: '℃', tolerance: '0.5' };
  const bath = { measurand: '温度', min: '-20', max: '300', unit: '°C', uncertainty: '0.1' };

  it('an uncertainty in kelvin is a difference, not a point on the scale', () => {
    expect(failing(aMeasurement([thermometer]), anInstitute({ ...bath, uncertaintyUnit: 'K' }))).toEqual([]);
    expect(failing(aMeasurement([thermometer]), anInstitute({ ...bath, uncertaintyUnit: '°C' }))).toEqual([]);
  });
});

it('on site, a capability of the permanent laboratory does not count', () => {
  const onSite = aMeasurement([caliper], 'on-site');
  expect(failing(onSite, anInstitute({}))).toEqual(['done-on-site/laboratory-only']);
  expect(failing(onSite, anInstitute({ onSite: true }))).toEqual([]);
});

it('the required ratio is policy, and the verdict names both figures', () => {
  expect(failing(aMeasurement([caliper]), anInstitute({}), '4')).toEqual(['cmc-within-tolerance/not-precise-enough']);
  const gate = calibrationGates.find(({ name }) => name === 'cmc-within-tolerance');
  const verdict = gate?.judge(aMeasurement([caliper]), anInstitute({ uncertainty: '14' }), aContext());
  expect(verdict).toMatchObject({
    words: { en: '长度 0–150 mm: tolerance to expanded uncertainty (k=2) is 2.14; at least 3 is required' },
  });
});

it('judged site by site: only the one that can do everything passes', () => {
  const both = aMeasurement([caliper, forceGauge]);
  const institute = anInstitute({}, force);
  expect(failing(both, { ...institute, siteId: SITE })).toEqual([]);
  expect(failing(both, { ...institute, siteId: OTHER_SITE })).toEqual(['site-has-all/other-site']);
});
