import type { TestDemand } from '@qi/contracts';
import { newId } from '@qi/kernel';
import { OTHER_SITE, SITE, aLaboratory, aRoutingDemand } from '../../../../test/facts';
import { failing, notes, verdictOf } from '../../../../test/testing-judge';

const stability = (methodStandard: string): TestDemand => ({ parameter: '稳定性', methodStandard });
const brakes: TestDemand = { parameter: '制动性能', methodStandard: 'GB/T 14747-2025' };

describe('what a verdict says', () => {
  it('a scope of the old edition: what is held, since when it is withdrawn, what replaced it', () => {
    const verdict = verdictOf(
      'scope-covers-method-of-that-year',
      aRoutingDemand(),
      aLaboratory({ methodStandard: 'GB 14747-2006' }),
    );
    expect(verdict.words).toEqual({
      zh: '未覆盖 稳定性 × GB/T 14747-2025；持有 GB 14747-2006（有效至 2026-10-31），由 GB/T 14747-2025 代替',
      en: 'does not cover 稳定性 × GB/T 14747-2025; holds GB 14747-2006, which ended on 2026-10-31; replaced by GB/T 14747-2025',
    });
  });

  it('a withdrawn demand names every successor in force', () => {
    const demand = aRoutingDemand({ tests: [stability('GB 14747-2006')] });
    expect(verdictOf('standard-in-force', demand, aLaboratory({})).words).toEqual({
      zh: 'GB 14747-2006 有效至 2026-10-31，由 GB/T 14747-2025 + GB 46517-2025 代替',
      en: 'GB 14747-2006 ended on 2026-10-31; its place is taken by GB/T 14747-2025 + GB 46517-2025',
    });
  });

  it('an edition to come names the one that holds until then', () => {
    const demand = aRoutingDemand({ tests: [stability('GB/T 29606-2026')] });
    expect(verdictOf('standard-in-force', demand, aLaboratory({})).words.en).toBe(
      'GB/T 29606-2026 is in force from 2027-02-01, after the planned date 2026-12-01; until then GB/T 29606-2013',
    );
  });

  it('a standard that the library does not hold passes with a remark, never in silence', () => {
    const demand = aRoutingDemand({ tests: [stability('GB/T 3325-2024')] });
    expect(notes(demand, aLaboratory({ methodStandard: 'GB/T 3325-2024' }))).toEqual([
      'GB/T 3325-2024 is not in the library of standards; a person must confirm that it is in force',
    ]);
  });

  it('names the pair that fails', () => {
    const demand = aRoutingDemand({ tests: [stability('GB/T 14747-2025'), brakes] });
    const candidate = aLaboratory({}, { parameter: '制动性能', validTo: '2026-11-01' });
    expect(verdictOf('line-valid-on-planned-date', demand, candidate).words.en).toBe(
      '制动性能 × GB/T 14747-2025: the line was valid until 2026-11-01',
    );
  });
});

describe('a limit that nobody has read', () => {
  const limited = { ...aLaboratory({ limitNote: '只用第二法' }), providerId: newId() };

  it('passes with a remark once a clerk has asked and dispatches by hand', () => {
    const dispatchedTo = { providerId: limited.providerId, by: { sub: 'c', name: '窗口' }, reason: '已电话确认' };
    const demand = aRoutingDemand({}, { dispatchedTo });
    expect(failing(demand, limited)).toEqual([]);
    expect(notes(demand, limited)).toEqual(['limits confirmed by the dispatching clerk: 只用第二法']);
  });
});

describe('several sites', () => {
  const half = aLaboratory({}, { parameter: '制动性能', siteId: OTHER_SITE });
  const both = { tests: [stability('GB/T 14747-2025'), brakes] };

  it('may share the work with the consent of the firm, and the record says so', () => {
    const demand = aRoutingDemand(both, { consents: { subcontracting: true, disclosure: true } });
    expect(failing(demand, half)).toEqual([]);
    expect(notes(demand, half)).toEqual(['shared between sites, with the consent of the firm']);
  });

  it('judged site by site: only the one that holds everything passes', () => {
    const whole = aLaboratory({}, { parameter: '制动性能' });
    expect(failing(aRoutingDemand(both), { ...whole, siteId: SITE })).toEqual([]);
    expect(failing(aRoutingDemand(both), { ...whole, siteId: OTHER_SITE })).toEqual(['site-has-all/other-site']);
  });
});

describe('certification without parameters', () => {
  const product = {
    lineId: newId(),
    object: '电动童车',
    parameter: '*',
    methodStandard: 'GB 46517-2025',
    scheme: 'CCC' as const,
  };

  it('is matched by object and scheme', () => {
    const demand = aRoutingDemand({ object: '电动童车', tests: [], schemes: ['CCC'] }, { element: 'certification' });
    expect(failing(demand, aLaboratory(product))).toEqual([]);
    expect(failing(demand, aLaboratory({ ...product, scheme: 'CMA' }))).toEqual(['scheme-present/scheme-missing']);
  });
});
