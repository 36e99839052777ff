import { chinaCalendar } from '@qi/kernel';
import { planWork, type PlannedWork } from './critical-path';

const calendar = chinaCalendar();
const monday = '2026-11-23';

function work(key: string, days: number, dependsOn: string[] = [], values: Partial<PlannedWork> = {}): PlannedWork {
  return { key, days, dependsOn, needBy: null, ...values };
}

describe('planWork', () => {
  it('lets work that waits start when the other is delivered', () => {
    const plan = planWork([work('test', 10, ['calibration']), work('calibration', 3)], monday, calendar);
    expect(plan.works).toMatchObject([
      { key: 'test', start: '2026-11-26', finish: '2026-12-10', critical: true },
      { key: 'calibration', start: monday, finish: '2026-11-26', critical: true },
    ]);
    expect(plan.criticalPath).toEqual(['calibration', 'test']);
    expect(plan.finish).toBe('2026-12-10');
  });

  it('leaves work beside the chain out of the critical path', () => {
    const plan = planWork([work('a', 5), work('b', 2), work('c', 1, ['a', 'b'])], monday, calendar);
    expect(plan.criticalPath).toEqual(['a', 'c']);
    expect(plan.works.map(({ critical }) => critical)).toEqual([true, false, true]);
  });

  it('says by how many working days the date is missed, weekends left out', () => {
    const plan = planWork([work('a', 5, [], { needBy: '2026-11-27' }), work('b', 1)], monday, calendar);
    expect(plan).toMatchObject({ feasible: false, daysLate: 1, finish: '2026-11-30' });
    expect(plan.words.en).toContain('1 working days late');
  });

  it('counts a need-by date on a weekend as missed on the Monday after', () => {
    expect(planWork([work('a', 5, [], { needBy: '2026-11-29' })], monday, calendar).daysLate).toBe(1);
  });

  it('is met to the day', () => {
    expect(planWork([work('a', 5, [], { needBy: '2026-11-30' })], monday, calendar)).toMatchObject({
      feasible: true,
      daysLate: 0,
    });
  });

  it('takes a promised date in place of the item’s duration', () => {
    const plan = planWork([work('a', 2, [], { finish: '2026-12-18' }), work('b', 1, ['a'])], monday, calendar);
    expect(plan.finish).toBe('2026-12-21');
  });

  it('starts on a Sunday as on any other day', () => {
    expect(planWork([work('a', 1)], '2026-11-22', calendar).finish).toBe('2026-11-23');
  });

  it('marks dates in a year without a published calendar', () => {
    expect(planWork([work('a', 40)], monday, calendar).provisional).toBe(true);
    expect(planWork([work('a', 4)], monday, calendar).provisional).toBe(false);
  });

  it('has nothing to say about nothing', () => {
    expect(planWork([], monday, calendar)).toMatchObject({ finish: null, feasible: true, criticalPath: [] });
  });
});
