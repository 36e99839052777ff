import { grantedBy } from './granted';

describe('granted without an invitation', () => {
  it('operators by an address that the provider has proven', () => {
    const operators = ['ops@demo.test'];
    const claims = { email: 'ops@demo.test', email_verified: true };
    expect(grantedBy(claims, { operators })).toMatchObject([
      { organisationKind: 'administration', roles: ['operator'] },
    ]);
    expect(grantedBy({ ...claims, email_verified: false }, { operators })).toEqual([]);
    expect(grantedBy({ ...claims, email: 'other@demo.test' }, { operators })).toEqual([]);
    expect(grantedBy({ email_verified: true }, {})).toEqual([]);
  });

  it('staff by roles of the provider that a setting maps, in the areas it says', () => {
    const oidcRoleMap = { 'qi-admin': 'administrator', 'qi-window': 'clerk', 'qi-boss': 'applicant', x: 'root' };
    const claims = { qi_roles: ['qi-admin', 'qi-window', 'qi-boss', 'x', 'auditor'], qi_areas: ['330482', 'x', 5] };
    expect(grantedBy(claims, { oidcRoleMap })).toEqual([
      {
        organisationKind: 'administration',
        organisationId: '330482',
        organisationName: '330482',
        roles: ['administrator'],
        areas: ['330482'],
      },
      {
        organisationKind: 'platform',
        organisationId: '330482',
        organisationName: '330482',
        roles: ['clerk'],
        areas: ['330482'],
      },
    ]);
    expect(grantedBy(claims, {})).toEqual([]);
    expect(grantedBy({ qi_roles: 'qi-admin' }, { oidcRoleMap })).toEqual([]);
  });
});
