import type { OrganisationKind, Role } from '@qi/contracts';
import { areaContains, problems } from '@qi/kernel';
import { managesPeople } from '../membership/managing';
import type { ActorClaims } from '../session/session';

/** An offer to act for an organisation, for whoever holds its secret. */
export interface Invitation {
  readonly organisationKind: OrganisationKind;
  readonly organisationId: string;
  readonly roles: readonly Role[];
  readonly areas: readonly string[];
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

export const INVITATION_DAYS = 14;

export const invitationProblem = problems('invitation', {
  unknown: { kind: 'not-found', zh: '邀请不存在或已失效', en: 'there is no such invitation, or it is no longer open' },
  'not-allowed': {
    kind: 'forbidden',
    zh: '您不能邀请他人担任这些角色',
    en: 'you may not invite people to these roles',
  },
  'areas-missing': { kind: 'invalid', zh: '须写明负责的区域', en: 'say which areas the person is responsible for' },
});

type Target = Pick<Invitation, 'organisationKind' | 'organisationId' | 'roles' | 'areas'>;

const byArea: readonly OrganisationKind[] = ['platform', 'administration'];

/**
 * Throws unless the actor may give these roles: a manager within its own organisation, an administrator within its areas
 * (never operators), an operator to administrations. Nobody gives a wider area than it has.
 */
export function assertMayInvite(actor: ActorClaims, target: Target): void {
  const { organisationKind: kind, organisationId: id, roles, areas } = target;
  const everywhere = roles.every((role) => role === 'operator');
  if (byArea.includes(kind) && areas.length === 0 && !everywhere) throw invitationProblem['areas-missing']();
  const asManager = managesPeople(actor, kind, id) && areas.length === 0;
  const asOperator = actor.roles.includes('operator') && kind === 'administration';
  if (!asManager && !asOperator && !mayAsAdministrator(actor, target)) throw invitationProblem['not-allowed']();
}

function mayAsAdministrator(actor: ActorClaims, { roles, areas }: Target): boolean {
  const within = areas.every((area) => actor.areas.some((own) => areaContains(own, area)));
  return actor.roles.includes('administrator') && within && !roles.includes('operator');
}

export function isOpen({ expiresAt, acceptedAt, withdrawnAt }: Invitation, now: Date): boolean {
  return acceptedAt === null && withdrawnAt === null && now < expiresAt;
}
