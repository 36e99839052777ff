import { activate, expire, isOver, prolong, record, suspend, withdraw } from './qualification';
import type { QualificationDraft } from './qualification';

const now = new Date('2026-11-22T02:00:00Z');

function aDraft(changes: Partial<QualificationDraft> = {}): QualificationDraft {
  return {
    id: 'q1',
    institutionId: 'i1',
    scheme: 'CMA',
    number: '231100340088',
    issuer: '浙江省市场监督管理局',
    issuedOn: '2023-03-01',
    validFrom: '2023-03-01',
    validTo: '2029-02-28',
    ...changes,
  };
}

describe('record', () => {
  it('waits for a check against the issuer’s register', () => {
    expect(record(aDraft(), now)).toMatchObject({ status: 'proposed', version: 1 });
  });

  it('refuses a certificate that ends before it starts', () => {
    expect(() => record(aDraft({ validTo: '2023-02-28' }), now)).toThrow(
      expect.objectContaining({ code: 'qualification/ends-before-start' }),
    );
  });
});

describe('activate', () => {
  it('takes a certificate up to its last day', () => {
    expect(activate(record(aDraft(), now), '2029-02-28', now)).toMatchObject({ status: 'active' });
  });

  it('does not take one that has ended', () => {
    expect(() => activate(record(aDraft(), now), '2029-03-01', now)).toThrow(
      expect.objectContaining({ code: 'qualification/ended' }),
    );
  });
});

describe('suspend', () => {
  it('keeps the reason and can be undone', () => {
    const active = { ...record(aDraft(), now), status: 'active' as const };
    const suspended = { ...active, ...suspend(active, '能力验证不满意', now) };
    expect(suspended).toMatchObject({ status: 'suspended', statusReason: '能力验证不满意' });
    expect(activate(suspended, '2026-11-22', now)).toMatchObject({ status: 'active', statusReason: null });
  });

  it('is not for a certificate that was withdrawn', () => {
    const draft = record(aDraft(), now);
    const withdrawn = { ...draft, ...withdraw(draft, '误登', now) };
    expect(() => suspend(withdrawn, '…', now)).toThrow(
      expect.objectContaining({ code: 'qualification/illegal-transition' }),
    );
  });
});

describe('prolong', () => {
  it('moves the last day', () => {
    expect(prolong(record(aDraft(), now), '2030-02-28', now)).toMatchObject({ validTo: '2030-02-28' });
  });

  it('leaves a closed certificate as it is', () => {
    const closed = { ...record(aDraft(), now), status: 'withdrawn' as const };
    expect(() => prolong(closed, '2030-02-28', now)).toThrow(expect.objectContaining({ code: 'qualification/closed' }));
  });
});

describe('expiry', () => {
  it('comes on the day after the last, to certificates in use', () => {
    const active = { ...record(aDraft(), now), status: 'active' as const };
    expect([isOver(active, '2029-02-28'), isOver(active, '2029-03-01')]).toEqual([false, true]);
    expect(isOver(record(aDraft(), now), '2029-03-01')).toBe(false);
    expect(expire(active, now).status).toBe('expired');
  });
});
