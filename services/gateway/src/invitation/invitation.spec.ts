import type { OrganisationKind, Role } from '@qi/contracts';
import { managesPeople } from '../membership/managing';
import type { ActorClaims } from '../session/session';
import { assertMayInvite, isOpen } from './invitation';

const actor = (roles: Role[], org: ActorClaims['org'] | undefined, areas: string[] = []): ActorClaims => ({
  ...{ sub: 's', name: 'n', roles, areas },
  ...(org ? { org } : {}),
});
const target = (organisationKind: OrganisationKind, roles: Role[], areas: string[] = [], organisationId = 'o1') => ({
  ...{ organisationKind, organisationId, roles, areas },
});
const firm = { kind: 'enterprise', id: 'o1' } as const;

describe('inviting', () => {
  it('a manager brings people into its own organisation', () => {
    expect(() => assertMayInvite(actor(['applicant'], firm), target('enterprise', ['finance']))).not.toThrow();
    expect(managesPeople(actor(['coordinator'], { kind: 'institution', id: 'o1' }), 'institution', 'o1')).toBe(true);
  });

  it('an administrator within its areas, an operator to administrations', () => {
    const administrator = actor(['administrator'], undefined, ['330400']);
    expect(() => assertMayInvite(administrator, target('platform', ['clerk'], ['330482']))).not.toThrow();
    expect(() => assertMayInvite(administrator, target('institution', ['coordinator']))).not.toThrow();
    expect(() =>
      assertMayInvite(actor(['operator'], undefined), target('administration', ['administrator'], ['330000'])),
    ).not.toThrow();
  });

  it.each([
    ['another firm', actor(['applicant'], { kind: 'enterprise', id: 'o2' }), target('enterprise', ['finance'])],
    ['without a managing role', actor(['finance'], firm), target('enterprise', ['applicant'])],
    ['a wider area', actor(['administrator'], undefined, ['330482']), target('platform', ['clerk'], ['330000'])],
    ['operators', actor(['administrator'], undefined, ['330000']), target('administration', ['operator'], ['330000'])],
    ['a firm by an operator', actor(['operator'], undefined), target('enterprise', ['applicant'])],
    ['an area into a firm', actor(['applicant'], firm), target('enterprise', ['finance'], ['330000'])],
  ])('not for %s', (_, who, what) => {
    expect(() => assertMayInvite(who, what)).toThrow('may not invite');
  });

  it('people of a window or an administration need an area', () => {
    const administrator = actor(['administrator'], undefined, ['330000']);
    expect(() => assertMayInvite(administrator, target('platform', ['clerk']))).toThrow('which areas');
  });

  it('is open until it is accepted, withdrawn or two weeks old', () => {
    const now = new Date('2026-12-01T00:00:00Z');
    const later = new Date(now.getTime() + 1);
    const fresh = { ...target('enterprise', ['finance']), expiresAt: later, acceptedAt: null, withdrawnAt: null };
    expect(isOpen(fresh, now)).toBe(true);
    expect(
      [{ acceptedAt: now }, { withdrawnAt: now }, { expiresAt: now }].map((x) => isOpen({ ...fresh, ...x }, now)),
    ).toEqual([false, false, false]);
  });
});
