import { actor, aTaskOpened } from '@qi/testing';
import { aDecisionRecord, testingRules } from '../../test/decision-record';
import { aLaboratory } from '../../test/facts';
import { viewOf } from './decision-view';
import { inWords } from './decision-words';

const winner = { ...aLaboratory({}), name: '甲' };
const rival = { ...aLaboratory({ methodStandard: 'GB 14747-2006' }), name: '乙' };
const record = aDecisionRecord(aTaskOpened(), [rival, winner]);

describe('viewOf', () => {
  it('a provider sees nothing of its competitors', () => {
    const as = actor('coordinator', { org: { kind: 'institution', id: winner.providerId } });
    const seen = viewOf(record, as, 'institution');
    expect(JSON.stringify(seen)).not.toContain(rival.providerId);
    expect(JSON.stringify(seen)).toContain(winner.providerId);
  });

  it('a clerk sees everything', () => {
    expect(viewOf(record, actor('clerk'), 'institution')).toBe(record);
  });
});

describe('inWords', () => {
  it('puts the winner first and names what others failed, in the language asked for', () => {
    const words = inWords(record, testingRules, 'en');
    expect(words.candidates.map(({ name, rank }) => [name, rank])).toEqual([
      ['甲', 1],
      ['乙', undefined],
    ]);
    expect(words.candidates[1]?.words[0]).toBe(
      '✗ scope covers the method standard of that year: does not cover 稳定性 × GB/T 14747-2025; holds GB 14747-2006, ' +
        'which ended on 2026-10-31; replaced by GB/T 14747-2025 → extend the scope to GB/T 14747-2025',
    );
    expect(words.candidates.map(({ dispatchable }) => dispatchable)).toEqual([true, false]);
    expect(words.gates.find(({ gate }) => gate === 'capacity')).toMatchObject({ kind: 'practical', excluded: 0 });
    expect(inWords(record, testingRules, 'zh').reason).toBe('甲 是唯一符合全部条件的机构');
  });

  it('a clerk may dispatch to whom only practical gates exclude, or a limit note that nobody has read', () => {
    const full = { ...aLaboratory({}), name: '满负荷', openJobs: 999 };
    const limited = { ...aLaboratory({ limitNote: '只用第二法' }), name: '有限制' };
    const suspended = { ...aLaboratory({ status: 'suspended' }), name: '暂停' };
    const { candidates } = inWords(aDecisionRecord(aTaskOpened(), [full, limited, suspended]), testingRules, 'zh');
    expect(Object.fromEntries(candidates.map(({ name, dispatchable }) => [name, dispatchable]))).toEqual({
      满负荷: true,
      有限制: true,
      暂停: false,
    });
  });
});
