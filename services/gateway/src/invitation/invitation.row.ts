import type { OrganisationKind, Role } from '@qi/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Invitation } from './invitation';

@Entity('invitation')
export class InvitationRow implements Invitation {
  @PrimaryColumn('uuid') id: string;
  @Column('text') secretHash: string;
  @Column('text') organisationKind: OrganisationKind;
  @Column('text') organisationId: string;
  @Column('text') organisationName: string;
  @Column('text', { array: true }) roles: Role[];
  @Column('text', { array: true }) areas: string[];
  /** Who is meant, in the inviter's words. */
  @Column('text') note: string;
  @Column('text') invitedBy: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) acceptedAt: Date | null;
  @Column('text', { nullable: true }) acceptedBy: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
