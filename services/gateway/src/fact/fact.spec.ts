import { concerns, noticeOf, viewOf } from './fact';

const someone = { sub: 's', name: 'n', areas: [] };
const fact = { enterpriseId: 'e1', areaCode: '330482', providerId: 'p1' };

describe('facts', () => {
  it('concern the firm, the provider they name, and the window of the area', () => {
    const views = [
      viewOf({ ...someone, roles: ['applicant'], org: { kind: 'enterprise', id: 'e1' } }),
      viewOf({ ...someone, roles: ['tester'], org: { kind: 'institution', id: 'p1' } }),
      viewOf({ ...someone, roles: ['clerk'], areas: ['330400'] }),
      viewOf({ ...someone, roles: ['administrator'], areas: ['100000'] }),
    ];
    expect(views.map((view) => view && concerns(fact, view))).toEqual([true, true, true, true]);
  });

  it('concern nobody else', () => {
    const views = [
      viewOf({ ...someone, roles: ['applicant'], org: { kind: 'enterprise', id: 'e2' } }),
      viewOf({ ...someone, roles: ['applicant'], org: { kind: 'enterprise', id: 'p1' } }),
      viewOf({ ...someone, roles: ['expert'], org: { kind: 'expert', id: 'e1' } }),
      viewOf({ ...someone, roles: ['clerk'], areas: ['330500'] }),
      viewOf({ ...someone, roles: ['clerk'] }),
    ];
    expect(views.map((view) => view && concerns(fact, view))).toEqual([false, false, false, false, false]);
    expect(viewOf({ ...someone, roles: ['applicant'] })).toBeUndefined();
    expect(viewOf({ ...someone, roles: ['operator'] })).toBeUndefined();
    expect(concerns({ ...fact, areaCode: null }, { side: 'window', prefixes: [''] })).toBe(false);
  });

  it('are told in both languages, times as they are in China', () => {
    const notice = noticeOf('job.offered.v1', { jobNumber: 'J-1', answerBy: '2026-12-01T01:30:00.000Z' });
    expect(notice).toMatchObject({
      to: ['provider'],
      words: { zh: '新任务 J-1 派给贵单位，请在 2026-12-01 09:30 前答复' },
    });
    expect(noticeOf('task.created.v1', {})).toBeUndefined();
  });
});
