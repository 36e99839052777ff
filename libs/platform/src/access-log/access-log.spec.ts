import { permissionOf } from '@qi/contracts';
import type { Actor } from '../auth/actor';
import { entryOf, isForeign, reasonOf } from './access-log';

const firm = { kind: 'enterprise', id: 'e1' } as const;
const looked = { kind: 'service-request', id: 'r1', number: 'QI-1', owner: firm, areaCode: '330482' };
const get = permissionOf('service-requests.ServiceRequestController_get');
const anActor = (given: Partial<Actor>): Actor => ({ sub: 's', name: 'n', roles: ['clerk'], areas: [], ...given });

const isNoted = (actor: Actor) => isForeign(actor, looked, reasonOf(actor, get, '330482'));

describe('a look at a firm’s data', () => {
  it.each([
    ['of a clerk of its area', anActor({ areas: ['330482'] }), true],
    ['of an auditor', anActor({ roles: ['auditor'] }), true],
    ['of its own people', anActor({ roles: ['applicant'], org: firm }), false],
    ['of a member who acts for nobody', anActor({ roles: ['applicant'] }), false],
    [
      'of somebody of another organisation',
      anActor({ roles: ['tester'], org: { kind: 'institution', id: 'i' } }),
      true,
    ],
  ])('%s', (_, actor, noted) => expect(isNoted(actor)).toBe(noted));

  it('has its reason in the widest role and in the area that reaches the firm', () => {
    const both = anActor({ roles: ['finance', 'clerk'], areas: ['310000', '330400'] });
    expect(reasonOf(both, get, '330482')).toEqual({ role: 'clerk', scope: 'area', area: '330400' });
    expect(reasonOf(anActor({ roles: ['clerk', 'auditor'] }), get, '330482')).toEqual({
      role: 'auditor',
      scope: 'all',
      area: null,
    });
  });

  it('names who, what and whose', () => {
    const clerk = anActor({ org: { kind: 'platform', id: 'p' }, areas: ['330482'] });
    expect(entryOf(clerk, looked, reasonOf(clerk, get))).toEqual({
      ...{ sub: 's', name: 'n', roles: ['clerk'], orgKind: 'platform', orgId: 'p' },
      ...{ subjectKind: 'service-request', subjectId: 'r1', subjectNumber: 'QI-1', requestId: null },
      ...{ ownerKind: 'enterprise', ownerId: 'e1', role: 'clerk', scope: 'area', area: '330482' },
    });
  });
});
