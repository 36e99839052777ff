import { activate, amend, expire, isOver, propose, suspend, withdraw } from './scope-line';
import type { ScopeLine, ScopeLineDetails } from './scope-line';

const at = new Date('2026-11-22T02:00:00Z');
const by = { sub: 'user-1', name: '张工' };
const revision = { by, at };
const later = { by: { sub: 'user-2', name: '李工' }, at: new Date('2026-12-01T02:00:00Z') };

function details(changes: Partial<ScopeLineDetails> = {}): ScopeLineDetails {
  return {
    siteId: 's1',
    scheme: 'CMA',
    certNo: '231100340088',
    category: ['玩具', '儿童用品'],
    object: '儿童三轮车',
    parameter: '稳定性',
    method: 'GB/T 14747-2025',
    rangeMin: null,
    rangeMax: null,
    unit: null,
    uncertainty: null,
    limitNote: null,
    validFrom: '2026-11-01',
    validTo: '2029-02-28',
    ...changes,
  };
}

function aLine(changes: Partial<ScopeLineDetails> = {}, state: Partial<ScopeLine> = {}): ScopeLine {
  return { ...propose(details(changes), { id: 'l1', institutionId: 'i1' }, revision), ...state };
}

describe('propose', () => {
  it('reads the method as published into standard, family, year and clauses', () => {
    expect(aLine({ method: 'GB 6675.2-2014 5.8,5.9' })).toMatchObject({
      method: 'GB 6675.2-2014 5.8,5.9',
      standard: 'GB 6675.2-2014',
      family: 'GB 6675.2',
      year: 2014,
      clauses: ['5.8', '5.9'],
    });
  });

  it('keeps GB and GB/T of one number apart', () => {
    expect(aLine({ method: 'GB14747—2006' }).family).toBe('GB 14747');
    expect(aLine({ method: 'ＧＢ／Ｔ 14747-2025' }).family).toBe('GB/T 14747');
  });

  it('compares objects without width, case and blanks', () => {
    expect(aLine({ object: ' 儿童三轮车（Ａ 型） ' })).toMatchObject({
      object: '儿童三轮车(A 型)',
      objectKey: '儿童三轮车(a型)',
    });
  });

  it.each(['暂无', '合计', ''])('refuses %p as a method', (method) => {
    expect(() => aLine({ method })).toThrow(expect.objectContaining({ code: 'scope-line/not-a-standard' }));
  });

  it('refuses a line that ends before it starts', () => {
    expect(() => aLine({ validTo: '2026-10-31' })).toThrow(
      expect.objectContaining({ code: 'scope-line/ends-before-start' }),
    );
  });
});

describe('versions', () => {
  it('makes each change a new version with its author, and leaves the old one as it was', () => {
    const line = aLine();
    const active = activate(line, '2026-11-22', later);
    expect(active).toMatchObject({
      version: 2,
      status: 'active',
      recordedBy: later.by,
      revFrom: later.at,
      revTo: null,
    });
    expect(line).toMatchObject({ version: 1, status: 'proposed', recordedBy: by });
  });
});

describe('activate', () => {
  it('does not revive a line that has ended', () => {
    expect(() => activate(aLine(), '2029-03-01', revision)).toThrow(
      expect.objectContaining({ code: 'scope-line/ended' }),
    );
  });

  it('takes up a suspended line and forgets the reason', () => {
    const suspended = suspend(aLine({}, { status: 'active' }), '设备停用', revision);
    expect(suspended.statusReason).toBe('设备停用');
    expect(activate(suspended, '2026-11-22', revision)).toMatchObject({ status: 'active', statusReason: null });
  });
});

describe('amend', () => {
  it('lets the holder rewrite a proposal', () => {
    expect(amend(aLine(), { method: 'GB/T 14748-2025' }, false, later)).toMatchObject({
      version: 2,
      standard: 'GB/T 14748-2025',
      objectKey: '儿童三轮车',
    });
  });

  it('does not let the holder rewrite what was approved', () => {
    expect(() => amend(aLine({}, { status: 'active' }), { limitNote: null }, false, later)).toThrow(
      expect.objectContaining({ code: 'scope-line/not-proposed' }),
    );
  });

  it('lets the registrar correct an approved line', () => {
    const active = aLine({}, { status: 'active' });
    expect(amend(active, { limitNote: '只用第二法' }, true, later)).toMatchObject({
      status: 'active',
      limitNote: '只用第二法',
    });
  });

  it('leaves a withdrawn line as it is, even for the registrar', () => {
    const withdrawn = withdraw(aLine(), '撤回', revision);
    expect(() => amend(withdrawn, { limitNote: null }, true, later)).toThrow(
      expect.objectContaining({ code: 'scope-line/closed' }),
    );
  });
});

describe('expiry', () => {
  it('comes the day after the last one, to lines in use', () => {
    const active = aLine({}, { status: 'active' });
    expect(isOver(active, '2029-02-28')).toBe(false);
    expect(isOver(active, '2029-03-01')).toBe(true);
    expect(expire(active, later).status).toBe('expired');
  });

  it('does not touch proposals', () => {
    expect(isOver(aLine(), '2029-03-01')).toBe(false);
  });
});
