import { newId } from '@qi/kernel';
import fc from 'fast-check';
import { testingRules as rules } from '../../test/decision-record';
import { OTHER_SITE, SITE, aContext, aLaboratory, aRoutingDemand, standards } from '../../test/facts';
import { keyOf } from '../routing/candidate';
import type { Candidate } from '../routing/candidate';
import type { ScopeFacts } from '../routing/facts';
import { defaultPolicy } from '../routing/policy';
import { route } from '../routing/route';
import { keep } from './keep';
import { decisionOf, inputsOf, outcomeIn, textOf } from './record-text';
import type { RecordText } from './record-text';
import { replay } from './replay';

const line = fc.record({
  siteId: fc.constantFrom(SITE, OTHER_SITE),
  scheme: fc.constantFrom('CMA' as const, 'CNAS' as const),
  object: fc.constantFrom('儿童三轮车', '婴儿车'),
  parameter: fc.constantFrom('稳定性', '锐边', '全部参数'),
  methodStandard: fc.constantFrom('GB/T 14747-2025', 'GB 14747-2006', 'GB/T 14747'),
  status: fc.constantFrom('active' as const, 'suspended' as const),
  validTo: fc.constantFrom('2026-06-30', '2031-12-31'),
  limitNote: fc.constantFrom('无', '只用第二法'),
});
const lab = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 5 }),
  siteId: fc.constantFrom(SITE, OTHER_SITE),
  openJobs: fc.integer({ min: 0, max: 90 }),
  active: fc.boolean(),
  areasServed: fc.constantFrom([], ['330482'], ['110000', '330000'], ['110000']),
  conflict: fc.boolean(),
});
const demand = aRoutingDemand({
  tests: [
    { parameter: '稳定性', methodStandard: 'GB/T 14747-2025' },
    { parameter: '锐边', methodStandard: 'GB/T 14747' },
  ],
});
const labs = fc.array(
  lab.map(({ lines, conflict, ...given }): Candidate<ScopeFacts> => {
    const conflicts = conflict ? ['another firm', demand.enterprise.uscc] : ['another firm'];
    return { ...aLaboratory(...lines), ...given, conflicts, providerId: newId() };
  }),
  { maxLength: 30 },
);

function decided(candidates: readonly Candidate<ScopeFacts>[], asked = demand) {
  const sorted = [...candidates].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const { asOf } = aContext();
  const inputs = { demand: asked, candidates: sorted, asOf, standards, policy: defaultPolicy };
  return { inputs, decision: route(inputs, rules) };
}

const stored = (text: RecordText) => JSON.parse(JSON.stringify(text)) as RecordText;

describe('the record', () => {
  it('tells what it keeps in the words of the whole decision, and the same reason', () => {
    fc.assert(
      fc.property(labs, (candidates) => {
        const all = decided(candidates);
        const text = stored(textOf(keep(all, rules), 1));
        const read = decisionOf(outcomeIn(text), inputsOf(text, defaultPolicy), rules);
        const kept = new Set(read.judgements.map(({ key }) => key));
        expect(read).toEqual({
          ...all.decision,
          order: all.decision.order.slice(0, 10),
          judgements: all.decision.judgements.filter(({ key }) => kept.has(key)),
        });
        expect(read.order.every((key) => kept.has(key))).toBe(true);
      }),
    );
  });

  it('replays to the same order, scores and verdicts, in as many bytes as it should', () => {
    fc.assert(
      fc.property(labs, (candidates) => {
        const text = stored(textOf(keep(decided(candidates), rules), 1));
        expect(replay(text, defaultPolicy, rules)).toEqual({ same: true });
        expect(JSON.stringify(text).length).toBeLessThan(6000);
      }),
    );
  });

  it('keeps whom a clerk named, though others come closer', () => {
    const named = { ...aLaboratory({ status: 'suspended' }), active: false };
    const dispatchedTo = { providerId: named.providerId, by: { sub: 'c', name: '窗口' }, reason: '就近' };
    const others = Array.from({ length: 9 }, () => aLaboratory({ status: 'suspended' }));
    const { inputs } = keep(decided([named, ...others], aRoutingDemand({}, { dispatchedTo })), rules);
    expect(inputs.candidates.map(({ providerId }) => providerId)).toContain(named.providerId);
  });

  it('is 3 kB where ten of many can do the work', () => {
    const name = '浙江某某产品质量安全检测研究院';
    const many = Array.from({ length: 40 }, (_, n) => {
      const siteId = newId();
      return { ...aLaboratory({ siteId }), name, siteId, openJobs: n, onTimeRate: n / 41 };
    });
    expect(Buffer.byteLength(JSON.stringify(textOf(keep(decided(many), rules), 1)))).toBeLessThan(3000);
  });
});

describe('replay', () => {
  const text = textOf(keep(decided([aLaboratory({}), aLaboratory({ status: 'suspended' })]), rules), 1);

  it('names the first place where the result differs', () => {
    const policy = { ...defaultPolicy, weights: { distance: 1 } };
    expect(replay(text, policy, rules).difference).toMatchObject({
      pointer: expect.stringMatching(/^\/found\/\d\/0$/) as string,
    });
    const lenient = { ...rules, gates: rules.gates.filter(({ name }) => name !== 'line-valid-on-planned-date') };
    expect(replay(text, defaultPolicy, lenient).difference?.pointer).toMatch(/^\/(gateCounts|passed)/);
  });

  it('tells values that were tampered with', () => {
    const values = JSON.parse(JSON.stringify(text.values).replace('330400', '330401')) as RecordText['values'];
    expect(replay({ ...text, values }, defaultPolicy, rules).difference?.pointer).toBe('/hash');
  });
});
