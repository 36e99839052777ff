import type { MeasurementDemand } from '@qi/contracts';
import type { Verdict } from '@qi/provider';
import { aTaskOpened } from '@qi/testing';
import { candidatesOf } from './candidate';
import { legalAuthority } from './legal-authority';
import type { RegisterCapability, RegisterInstitute } from './register';

function aCapability(changes: Partial<RegisterCapability> = {}): RegisterCapability {
  return {
    id: 'c1',
    instituteId: 'm1',
    siteId: 's1',
    kind: 'calibration',
    measurand: '长度',
    measurandKey: '长度',
    instrumentKinds: ['卡尺'],
    rangeMin: '0',
    rangeMax: '300',
    unit: 'mm',
    uncertainty: '0.01',
    uncertaintyUnit: 'mm',
    k: '2',
    method: 'JJF 1071-2010',
    onSite: false,
    legalAreas: [],
    validFrom: '2024-01-01',
    validTo: '2029-12-31',
    status: 'active',
    ...changes,
  };
}

const institute: RegisterInstitute = {
  id: 'm1',
  name: '计量机构甲',
  status: 'active',
  statusReason: null,
  sites: [{ id: 's1', areaCode: '330402', open: true }],
  areasServed: [],
  capacityPerWeek: 5,
  conflicts: [],
};

function aMeasurement(changes: Partial<MeasurementDemand> = {}): MeasurementDemand {
  return {
    instrument: '游标卡尺',
    measurand: '长度',
    min: '0',
    max: '150',
    unit: 'mm',
    tolerance: '0.05',
    quantity: 2,
    service: 'calibration',
    ...changes,
  };
}

function factsOf(capabilities: RegisterCapability[], measurement = aMeasurement()) {
  const [candidate] = candidatesOf(institute, capabilities, { measurements: [measurement], areaCode: '330482' });
  return candidate?.facts.capabilities.map(({ capabilityId }) => capabilityId);
}

describe('candidatesOf', () => {
  it('knows that a capability for gauge blocks is none for calipers', () => {
    const blocks = aCapability({ id: 'blocks', instrumentKinds: ['量块'] });
    expect(factsOf([blocks, aCapability()])).toEqual(['c1']);
  });

  it('keeps an institute without a fitting capability in the picture', () => {
    expect(factsOf([aCapability({ instrumentKinds: ['量块'] })])).toEqual([]);
  });

  it('takes a capability without kinds for any instrument of the measurand', () => {
    expect(factsOf([aCapability({ instrumentKinds: [] })])).toEqual(['c1']);
  });

  it('prefers the lawful capability to verify, and keeps the others when there is none', () => {
    const here = aCapability({ id: 'here', kind: 'verification', legalAreas: ['330400'] });
    const there = aCapability({ id: 'there', kind: 'verification', legalAreas: ['330700'] });
    const verification = aMeasurement({ service: 'verification' });
    expect(factsOf([here, there], verification)).toEqual(['here']);
    expect(factsOf([there], verification)).toEqual(['there']);
  });

  it('says why a suspended institute is not active', () => {
    const suspended = { ...institute, status: 'suspended', statusReason: '标准器失准' };
    const [candidate] = candidatesOf(suspended, [aCapability()], {
      measurements: [aMeasurement()],
      areaCode: '330482',
    });
    expect(candidate).toMatchObject({ active: false, inactiveReason: { zh: '机构已暂停：标准器失准' } });
  });
});

describe('legal authority', () => {
  function judge(legalAreas: string[], service: MeasurementDemand['service'] = 'verification'): Verdict | undefined {
    const measurements = [aMeasurement({ service })];
    const held = aCapability({ kind: service, legalAreas });
    const [candidate] = candidatesOf(institute, [held], { measurements, areaCode: '330482' });
    const task = aTaskOpened();
    const demand = {
      ...task,
      ...{ itemCode: task.item.code, enterprise: { ...task.enterprise, areaCode: '330482' } },
      demand: { ...task.demand, measurements },
    };
    const { dispatchedTo: _, ...rest } = demand;
    return candidate && legalAuthority.judge(rest, candidate, undefined as never);
  }

  it('holds in the area it was given for and all that lies in it', () => {
    expect(judge(['330400'])?.pass).toBe(true);
    expect(judge(['330700'])).toMatchObject({ pass: false, code: 'no-authority-in-area' });
  });

  it('is not asked for a calibration', () => {
    expect(judge([], 'calibration')?.pass).toBe(true);
  });
});
