import { activate, addSite, apply, closeSite, suspend, withdraw } from './institute';
import type { Institute } from './institute';

const now = new Date('2026-11-22T02:00:00Z');
const by = { sub: 'user-1', name: '钱工' };
const site = { id: 's1', name: '总部', address: '嘉兴市', areaCode: '330402', open: true };

function anInstitute(changes: Partial<Institute> = {}): Institute {
  const profile = { name: '计量机构甲', areaCode: '330400', areasServed: [], capacityPerWeek: 10, conflicts: [] };
  return { ...apply({ ...profile, id: 'm1', uscc: '91330482MA2B000060', sites: [site] }, by, now), ...changes };
}

describe('institute', () => {
  it('waits for a review after it applied', () => {
    expect(anInstitute()).toMatchObject({ status: 'applied', appliedBy: by, version: 1 });
  });

  it('is not entered with a wrong credit code', () => {
    const profile = { name: '甲', areaCode: '330400', areasServed: [], capacityPerWeek: 1, conflicts: [] };
    expect(() => apply({ ...profile, id: 'm1', uscc: '123456789012345678', sites: [site] }, by, now)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^uscc\//) as string }),
    );
  });

  it('is admitted with an open site only', () => {
    expect(activate(anInstitute(), now).status).toBe('active');
    expect(() => activate(anInstitute({ sites: [] }), now)).toThrow(
      expect.objectContaining({ code: 'institute/no-site' }),
    );
  });

  it('can be suspended, taken up again and withdrawn, and then nothing more', () => {
    const suspended = {
      ...anInstitute(),
      ...activate(anInstitute(), now),
      ...suspend(anInstitute({ status: 'active' }), '…', now),
    };
    expect(activate(suspended, now)).toMatchObject({ status: 'active', statusReason: null });
    const gone = { ...suspended, ...withdraw(suspended, '注销', now) };
    expect(() => addSite(gone, { ...site, id: 's2' }, now)).toThrow(
      expect.objectContaining({ code: 'institute/closed' }),
    );
  });

  it('keeps its last open site while it is active', () => {
    expect(() => closeSite(anInstitute({ status: 'active' }), 's1', now)).toThrow(
      expect.objectContaining({ code: 'institute/no-site' }),
    );
    expect(() => closeSite(anInstitute(), 's9', now)).toThrow(
      expect.objectContaining({ code: 'institute/unknown-site' }),
    );
  });
});
