import type { Actor } from '@qi/platform';
import { belongsTo, mayHandle, mayRead, readsIn } from './access';

const firm = { id: 'e1', areaCode: '330482' };
const anActor = (values: Partial<Actor>): Actor => ({ sub: 's1', name: 's1', roles: [], areas: [], ...values });

describe('who sees a firm', () => {
  it.each([
    ['a member', anActor({ roles: ['applicant'] }), true, true],
    ['someone who acts for it', anActor({ roles: ['applicant'], org: { kind: 'enterprise', id: 'e1' } }), false, true],
    [
      'someone who acts for another',
      anActor({ roles: ['applicant'], org: { kind: 'enterprise', id: 'e2' } }),
      false,
      false,
    ],
    ['an institution with the same id', anActor({ org: { kind: 'institution', id: 'e1' } }), false, false],
    ['a clerk of the city', anActor({ roles: ['clerk'], areas: ['330400'] }), false, true],
    ['a clerk of another county', anActor({ roles: ['clerk'], areas: ['330424'] }), false, false],
    ['a clerk without an area', anActor({ roles: ['clerk'] }), false, false],
    ['an auditor', anActor({ roles: ['auditor'] }), false, true],
    ['a tester of the city', anActor({ roles: ['tester'], areas: ['330400'] }), false, false],
  ])('%s', (_, actor, isMember, sees) => {
    expect(mayRead(actor, firm, isMember)).toBe(sees);
  });

  it('who handles it: the window, not an auditor and not the firm', () => {
    expect(mayHandle(anActor({ roles: ['clerk'], areas: ['330482'] }), firm)).toBe(true);
    expect(mayHandle(anActor({ roles: ['auditor'], areas: ['330482'] }), firm)).toBe(false);
    expect(mayHandle(anActor({ roles: ['applicant'], org: { kind: 'enterprise', id: 'e1' } }), firm)).toBe(false);
  });

  it('tells the firm’s own people from the window’s', () => {
    expect(belongsTo(anActor({ roles: ['clerk'], areas: ['330482'] }), 'e1', false)).toBe(false);
    expect(readsIn(anActor({ roles: ['steward'], areas: ['330400'] }))).toEqual(['3304']);
    expect(readsIn(anActor({ roles: ['auditor'] }))).toEqual(['']);
    expect(readsIn(anActor({ roles: ['applicant'], areas: ['330400'] }))).toEqual([]);
  });
});
