import { actsFor, areaPrefixes, byOf, hasRole, inAreas } from './actor';
import type { Actor } from './actor';

const actor: Actor = {
  ...{ sub: 's', name: 'n', roles: ['clerk'], areas: ['330400', '110105'] },
  org: { kind: 'platform', id: 'p1' },
};

describe('actor', () => {
  it('is responsible for the areas within its own', () => {
    expect(['330482', '330400', '110105'].map((area) => inAreas(actor, area))).toEqual([true, true, true]);
    expect(['330000', '330500', '110101', ''].map((area) => inAreas(actor, area))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(inAreas({ ...actor, areas: ['100000'] }, '330482')).toBe(true);
    expect(inAreas({ ...actor, areas: [] }, '330482')).toBe(false);
  });

  it('gives its areas as prefixes for a query', () => {
    expect(areaPrefixes({ ...actor, areas: ['330482', '330400', '330000', '100000', '469000'] })).toEqual([
      ...['330482', '3304', '33', '', '4690'],
    ]);
  });

  it('acts for its own organisation only', () => {
    expect(actsFor(actor, 'platform', 'p1')).toBe(true);
    expect(actsFor(actor, 'platform', 'p2')).toBe(false);
    expect(actsFor(actor, 'institution', 'p1')).toBe(false);
    const { org, ...alone } = actor;
    expect(actsFor(alone, 'platform', org?.id ?? '')).toBe(false);
  });

  it('has the roles of its token and a name for life lines', () => {
    expect([hasRole(actor, 'clerk', 'auditor'), hasRole(actor, 'auditor')]).toEqual([true, false]);
    expect(byOf(actor)).toEqual({ sub: 's', name: 'n' });
  });
});
