import { candidatesOf } from './candidate';
import type { RegisterInstitution, RegisterLine } from './register';

const wanted = { element: 'testing' as const, plannedDate: '2026-12-15' };

function anInstitution(changes: Partial<RegisterInstitution> = {}): RegisterInstitution {
  return {
    id: 'i1',
    name: '机构甲',
    status: 'active',
    statusReason: null,
    sites: [
      { id: 's1', name: '总部', areaCode: '330482', longitude: 121.02, latitude: 30.7, open: true },
      { id: 's2', name: '分部', areaCode: '330402', open: true },
    ],
    areasServed: ['330000'],
    elements: ['testing'],
    capacityPerWeek: 5,
    closedDates: [],
    conflicts: [],
    certificates: [],
    ...changes,
  };
}

function aLine(changes: Partial<RegisterLine> = {}): RegisterLine {
  return {
    id: 'l1',
    institutionId: 'i1',
    siteId: 's1',
    scheme: 'CMA',
    certNo: 'C1',
    object: '儿童三轮车',
    parameter: '稳定性',
    standard: 'GB/T 14747-2025',
    clauses: [],
    limitNote: null,
    validFrom: '2026-11-01',
    validTo: '2029-02-28',
    status: 'active',
    statusReason: null,
    ...changes,
  };
}

function factsOf(institution: RegisterInstitution, line: RegisterLine) {
  return candidatesOf(institution, [line], wanted)[0]?.facts.lines[0];
}

describe('candidatesOf', () => {
  it('makes one candidate of each open site that holds a line, with the lines of all', () => {
    const lines = [aLine(), aLine({ id: 'l2', siteId: 's2' })];
    const candidates = candidatesOf(anInstitution(), lines, wanted);
    expect(candidates.map(({ siteId, facts }) => [siteId, facts.lines.length])).toEqual([
      ['s1', 2],
      ['s2', 2],
    ]);
  });

  it('leaves out closed sites', () => {
    const sites = [{ id: 's1', name: '总部', areaCode: '330482', open: false }];
    expect(candidatesOf(anInstitution({ sites }), [aLine()], wanted)).toEqual([]);
  });

  it('keeps a suspended institution in the picture, with the reason', () => {
    const [candidate] = candidatesOf(
      anInstitution({ status: 'suspended', statusReason: '飞行检查' }),
      [aLine()],
      wanted,
    );
    expect(candidate).toMatchObject({ active: false, inactiveReason: { zh: '机构已暂停：飞行检查' } });
  });

  it('does not take an institution for an element it does not provide', () => {
    const [candidate] = candidatesOf(anInstitution({ elements: ['certification'] }), [aLine()], wanted);
    expect(candidate?.active).toBe(false);
  });

  it('says when the institution is closed on the planned date', () => {
    const closedDates = ['2026-12-15', '2026-12-31'];
    expect(candidatesOf(anInstitution({ closedDates }), [aLine()], wanted)[0]?.facts.closedOn).toBe('2026-12-15');
  });
});

describe('a line on a certificate in the register', () => {
  const certificate = {
    scheme: 'CMA' as const,
    number: 'C1',
    status: 'active' as const,
    reason: null,
    validFrom: '2023-03-01',
    validTo: '2026-12-10',
  };

  it('ends with the certificate', () => {
    expect(factsOf(anInstitution({ certificates: [certificate] }), aLine())).toMatchObject({
      status: 'active',
      validFrom: '2026-11-01',
      validTo: '2026-12-10',
    });
  });

  it('is suspended with the certificate', () => {
    const suspended = { ...certificate, status: 'suspended' as const, reason: '监督评审不合格' };
    expect(factsOf(anInstitution({ certificates: [suspended] }), aLine())).toMatchObject({
      status: 'suspended',
      suspendedReason: '监督评审不合格',
    });
  });

  it('does not depend on a certificate of another scheme', () => {
    const other = { ...certificate, scheme: 'CNAS' as const, status: 'suspended' as const };
    expect(factsOf(anInstitution({ certificates: [other] }), aLine())).toMatchObject({
      status: 'active',
      validTo: '2029-02-28',
    });
  });
});
