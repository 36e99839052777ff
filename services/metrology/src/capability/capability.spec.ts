import { activate, amend, expire, isOver, propose, suspend, withdraw } from './capability';
import type { CapabilityDetails } from './capability';

const now = new Date('2026-11-22T02:00:00Z');

function details(changes: Partial<CapabilityDetails> = {}): CapabilityDetails {
  return {
    siteId: 's1',
    kind: 'calibration',
    measurand: '长度',
    instrumentKinds: ['卡尺'],
    rangeMin: '0',
    rangeMax: '300',
    unit: 'mm',
    uncertainty: '0.01',
    uncertaintyUnit: 'mm',
    k: '2',
    p: '95',
    method: 'JJF 1071-2010',
    onSite: false,
    legalAreas: [],
    validFrom: '2024-01-01',
    validTo: '2029-12-31',
    ...changes,
  };
}

const aCapability = (changes: Partial<CapabilityDetails> = {}) =>
  propose(details(changes), { id: 'c1', instituteId: 'm1' }, now);

describe('propose', () => {
  it('enters a capability to be approved, comparable by its measurand', () => {
    expect(aCapability({ measurand: ' 长 度 ' })).toMatchObject({
      status: 'proposed',
      measurand: '长 度',
      measurandKey: '长度',
    });
  });

  it.each([
    [{ rangeMin: '300', rangeMax: '300' }, 'capability/empty-range'],
    [{ uncertainty: '0' }, 'capability/not-positive'],
    [{ k: '-2' }, 'capability/not-positive'],
    [{ validTo: '2023-12-31' }, 'capability/ends-before-start'],
    [{ kind: 'verification' as const }, 'capability/no-legal-area'],
  ])('refuses %j', (changes, code) => {
    expect(() => aCapability(changes)).toThrow(expect.objectContaining({ code }));
  });

  it('takes a capability to verify with the areas of its authority', () => {
    expect(aCapability({ kind: 'verification', legalAreas: ['330400'] }).status).toBe('proposed');
  });
});

describe('the life of a capability', () => {
  const active = { ...aCapability(), status: 'active' as const };

  it('begins with an approval before its last day', () => {
    expect(activate(aCapability(), '2029-12-31', now).status).toBe('active');
    expect(() => activate(aCapability(), '2030-01-01', now)).toThrow(
      expect.objectContaining({ code: 'capability/ended' }),
    );
  });

  it('can be interrupted, with a reason', () => {
    expect(suspend(active, '标准器送检', now)).toMatchObject({ status: 'suspended', statusReason: '标准器送检' });
  });

  it('is changed by its holder while it is a proposal, then by the registrar', () => {
    expect(amend(aCapability(), { rangeMax: '500' }, false, now)).toMatchObject({ rangeMax: '500' });
    expect(() => amend(active, { rangeMax: '500' }, false, now)).toThrow(
      expect.objectContaining({ code: 'capability/not-proposed' }),
    );
    expect(amend(active, { rangeMax: '500' }, true, now)).toMatchObject({ rangeMax: '500' });
    expect(() => amend(active, { rangeMax: '-1' }, true, now)).toThrow(
      expect.objectContaining({ code: 'capability/empty-range' }),
    );
  });

  it('is over on the day after its last', () => {
    expect([isOver(active, '2029-12-31'), isOver(active, '2030-01-01')]).toEqual([false, true]);
    expect(isOver(aCapability(), '2030-01-01')).toBe(false);
    expect(expire(active, now).status).toBe('expired');
  });

  it('ends with a withdrawal', () => {
    const gone = { ...active, ...withdraw(active, '撤项', now) };
    expect(() => amend(gone, { rangeMax: '500' }, true, now)).toThrow(
      expect.objectContaining({ code: 'capability/closed' }),
    );
  });
});
