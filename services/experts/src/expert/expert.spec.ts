import { amend, enter, pause, resume, unavailableAround } from './expert';
import type { ExpertProfile } from './expert';

const now = new Date('2026-11-22T02:00:00Z');

function aProfile(changes: Partial<ExpertProfile> = {}): ExpertProfile {
  return {
    name: '专家甲',
    areaCode: '330400',
    longitude: null,
    latitude: null,
    skills: ['质量诊断'],
    industries: ['2456'],
    areas: ['330400'],
    weekdays: [1, 2, 3, 4, 5],
    absences: [],
    conflicts: [],
    capacityPerWeek: 2,
    ...changes,
  };
}

const anExpert = (changes: Partial<ExpertProfile> = {}) => enter(aProfile(changes), 'x1', now);

describe('enter', () => {
  it('takes the expert into the library, comparable by skill', () => {
    expect(anExpert({ skills: [' 六西格玛 ', 'Lean  Production'] })).toMatchObject({
      active: true,
      skills: ['六西格玛', 'Lean Production'],
      skillKeys: ['六西格玛', 'leanproduction'],
    });
  });

  it('refuses an absence that ends before it starts', () => {
    expect(() => anExpert({ absences: [{ from: '2026-12-02', to: '2026-12-01' }] })).toThrow(
      expect.objectContaining({ code: 'expert/absence-ends-before-start' }),
    );
  });
});

describe('amend', () => {
  it('compares by the new skills', () => {
    expect(amend(anExpert(), { skills: ['5S'] }, now)).toMatchObject({ skills: ['5S'], skillKeys: ['5s'] });
  });
});

describe('pause', () => {
  it('keeps the reason until the expert takes visits again', () => {
    const paused = { ...anExpert(), ...pause(anExpert(), '出国', now) };
    expect(paused).toMatchObject({ active: false, pauseReason: '出国' });
    expect(() => pause(paused, '…', now)).toThrow(expect.objectContaining({ code: 'expert/already-paused' }));
    expect(resume(paused, now)).toMatchObject({ active: true, pauseReason: null });
    expect(() => resume(anExpert(), now)).toThrow(expect.objectContaining({ code: 'expert/already-active' }));
  });
});

describe('unavailableAround', () => {
  const absences = [{ from: '2026-12-07', to: '2026-12-11' }];

  it('names the absences on a day of work', () => {
    expect(unavailableAround(anExpert({ absences }), '2026-12-01')).toEqual(absences);
  });

  it('adds a day that is none of the weekdays: 5 and 6 December 2026 are a weekend', () => {
    expect(unavailableAround(anExpert(), '2026-12-05')).toEqual([{ from: '2026-12-05', to: '2026-12-05' }]);
    expect(unavailableAround(anExpert({ weekdays: [7] }), '2026-12-06')).toEqual([]);
  });
});
