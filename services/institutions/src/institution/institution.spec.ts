import type { InstitutionStatus } from '@qi/contracts';
import { activate, addSite, amend, amendSite, apply, refuse, suspend, withdraw } from './institution';
import type { Application, Institution } from './institution';
import type { Site } from './site';

const now = new Date('2026-11-22T02:00:00Z');
const by = { sub: 'user-1', name: '张工' };
const site: Site = { id: 's1', name: '总部', address: '平湖市', areaCode: '330482', open: true };

function anApplication(changes: Partial<Application> = {}): Application {
  return {
    id: '0193a000-0000-7000-8000-000000000001',
    uscc: '91330482MA2B000060',
    name: '检测机构甲',
    kind: 'testing',
    areaCode: '330482',
    contacts: [],
    areasServed: ['330000'],
    elements: ['testing'],
    capacityPerWeek: 10,
    closedDates: [],
    conflicts: [],
    members: [],
    sites: [site],
    ...changes,
  };
}

function anInstitution(changes: Partial<Institution> = {}): Institution {
  return { ...apply(anApplication(), by, now), ...changes };
}

describe('apply', () => {
  it('enters an application to be reviewed', () => {
    expect(apply(anApplication(), by, now)).toMatchObject({ status: 'applied', appliedBy: by, version: 1 });
  });

  it('keeps the credit code in its normal form', () => {
    expect(apply(anApplication({ uscc: ' 91330482ma2b000060 ' }), by, now).uscc).toBe('91330482MA2B000060');
  });

  it('refuses a credit code with a wrong check character, naming the check', () => {
    expect(() => apply(anApplication({ uscc: '91330482MA2B000061' }), by, now)).toThrow(
      expect.objectContaining({ code: 'uscc/check-digit' }),
    );
  });

  it('refuses an institution that names itself as a conflict of interest', () => {
    expect(() => apply(anApplication({ conflicts: ['91330482MA2B000060'] }), by, now)).toThrow(
      expect.objectContaining({ code: 'institution/own-conflict' }),
    );
  });
});

describe('activate', () => {
  it('admits an applicant and tells the others', () => {
    const institution = anInstitution();
    const { next, events } = activate(institution, now);
    expect(next).toMatchObject({ status: 'active', statusReason: null });
    expect(events).toEqual([
      expect.objectContaining({
        type: 'institution.changed.v1',
        data: { institutionId: institution.id, name: '检测机构甲', status: 'active', at: now.toISOString() },
      }),
    ]);
  });

  it('takes up a suspended institution again and forgets the reason', () => {
    const suspended = anInstitution({ status: 'suspended', statusReason: '证书暂停' });
    expect(activate(suspended, now).next).toMatchObject({ status: 'active', statusReason: null });
  });

  it('does not admit an institution without an open site', () => {
    expect(() => activate(anInstitution({ sites: [{ ...site, open: false }] }), now)).toThrow(
      expect.objectContaining({ code: 'institution/no-site' }),
    );
  });

  it('names the legal next states for a withdrawn institution', () => {
    expect(() => activate(anInstitution({ status: 'withdrawn' }), now)).toThrow(
      expect.objectContaining({
        code: 'institution/illegal-transition',
        details: expect.objectContaining({ legal: [] }),
      }),
    );
  });
});

describe('suspend, withdraw, refuse', () => {
  it('carries the reason to the others', () => {
    const { next, events } = suspend(anInstitution({ status: 'active' }), '飞行检查不合格', now);
    expect(next).toMatchObject({ status: 'suspended', statusReason: '飞行检查不合格' });
    expect(events[0]?.data).toMatchObject({ status: 'suspended', reason: '飞行检查不合格' });
  });

  it('lets an active or suspended institution withdraw', () => {
    const from: InstitutionStatus[] = ['active', 'suspended'];
    for (const status of from) expect(withdraw(anInstitution({ status }), '注销', now).next.status).toBe('withdrawn');
  });

  it('refuses an applicant only', () => {
    expect(refuse(anInstitution(), '材料不实', now).next.status).toBe('refused');
    expect(() => refuse(anInstitution({ status: 'active' }), '材料不实', now)).toThrow(
      expect.objectContaining({ code: 'institution/illegal-transition' }),
    );
  });
});

describe('amend', () => {
  it('changes particulars of an institution and leaves the status', () => {
    const { next, events } = amend(anInstitution({ status: 'active' }), { capacityPerWeek: 3 }, now);
    expect(next).toEqual({ capacityPerWeek: 3, updatedAt: now });
    expect(events).toEqual([]);
  });

  it('leaves a closed record as it is', () => {
    expect(() => amend(anInstitution({ status: 'refused' }), { capacityPerWeek: 3 }, now)).toThrow(
      expect.objectContaining({ code: 'institution/closed' }),
    );
  });
});

describe('sites', () => {
  it('adds an open site', () => {
    const { next } = addSite(anInstitution(), { id: 's2', name: '分部', address: '嘉兴市', areaCode: '330402' }, now);
    expect(next.sites?.map(({ id, open }) => [id, open])).toEqual([
      ['s1', true],
      ['s2', true],
    ]);
  });

  it('keeps the last open site of an active institution', () => {
    expect(() => amendSite(anInstitution({ status: 'active' }), 's1', { open: false }, now)).toThrow(
      expect.objectContaining({ code: 'site/last-open' }),
    );
  });

  it('does not find a site of another institution', () => {
    expect(() => amendSite(anInstitution(), 'other', { open: false }, now)).toThrow(
      expect.objectContaining({ code: 'site/not-found' }),
    );
  });
});
