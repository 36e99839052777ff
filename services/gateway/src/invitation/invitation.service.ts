import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, newId, type Clock } from '@qi/kernel';
import { lock } from '@qi/platform';
import { DataSource, IsNull, MoreThan } from 'typeorm';
import { assertFit } from '../membership/membership';
import { Memberships } from '../membership/membership.service';
import { Organisations } from '../membership/organisation.client';
import { hashOf, newSecret } from '../session/session.secret';
import type { ActorClaims } from '../session/session';
import { assertMayInvite, INVITATION_DAYS, invitationProblem, isOpen, type Invitation } from './invitation';
import { InvitationRow } from './invitation.row';

type Wanted = Pick<Invitation, 'organisationKind' | 'organisationId' | 'roles' | 'areas'> & {
  readonly organisationName?: string | undefined;
  readonly note: string;
};

@Injectable()
export class Invitations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly memberships: Memberships,
    private readonly organisations: Organisations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Invites whoever gets the link, for two weeks and once. */
  async invite(wanted: Wanted, actor: ActorClaims): Promise<{ row: InvitationRow; link: string }> {
    const { organisationKind, organisationId, roles, areas, note } = wanted;
    assertFit(organisationKind, roles);
    assertMayInvite(actor, wanted);
    const organisationName =
      organisationKind === 'administration'
        ? (wanted.organisationName ?? organisationId)
        : await this.organisations.nameOf(organisationKind, organisationId, actor);
    const [secret, createdAt] = [newSecret(), this.clock.now()];
    const row = await this.dataSource.manager.save(
      Object.assign(new InvitationRow(), {
        ...{ id: newId(), secretHash: hashOf(secret), organisationKind, organisationId, organisationName, note },
        ...{ roles: [...roles], areas: [...areas], invitedBy: actor.sub, createdAt },
        expiresAt: new Date(createdAt.getTime() + INVITATION_DAYS * 24 * 3_600_000),
        ...{ acceptedAt: null, acceptedBy: null, withdrawnAt: null },
      }),
    );
    return { row, link: `/invite/${secret}` };
  }

  /** Open ones that the actor gave. */
  listOf(actor: ActorClaims): Promise<InvitationRow[]> {
    const open = { acceptedAt: IsNull(), withdrawnAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
    return this.dataSource.manager.find(InvitationRow, {
      ...{ where: { invitedBy: actor.sub, ...open }, order: { createdAt: 'desc' }, take: 200 },
    });
  }

  /** What an invitation offers, for whoever holds its secret. */
  async look(secret: string): Promise<InvitationRow> {
    const row = await this.dataSource.manager.findOneBy(InvitationRow, { secretHash: hashOf(secret) });
    if (!row || !isOpen(row, this.clock.now())) throw invitationProblem.unknown();
    return row;
  }

  /** The person acts for the organisation from now on; its roles there are those of the invitation. */
  async accept(secret: string, { sub, name: personName }: ActorClaims): Promise<void> {
    await this.memberships.change(async (tx) => {
      const row = await lock(tx, InvitationRow, { secretHash: hashOf(secret) }, invitationProblem.unknown());
      const now = this.clock.now();
      if (!isOpen(row, now)) throw invitationProblem.unknown();
      await tx.update(InvitationRow, { id: row.id }, { acceptedAt: now, acceptedBy: sub });
      const { organisationKind, organisationId, organisationName, roles, areas } = row;
      const given = { sub, personName, organisationKind, organisationId, organisationName, roles, areas };
      await this.memberships.put(given, row.invitedBy, tx);
    });
  }

  async withdraw(id: string, actor: ActorClaims): Promise<void> {
    const mine = { id, invitedBy: actor.sub, acceptedAt: IsNull(), withdrawnAt: IsNull() };
    const { affected } = await this.dataSource.manager.update(InvitationRow, mine, { withdrawnAt: this.clock.now() });
    if (!affected) throw invitationProblem.unknown();
  }
}
