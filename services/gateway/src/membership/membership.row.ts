import type { OrganisationKind, Role } from '@qi/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Membership } from './membership';

/** Never deleted: who acted for whom stays known. */
@Entity('membership')
export class MembershipRow implements Membership {
  @PrimaryColumn('uuid') id: string;
  @Column('text') sub: string;
  @Column('text') personName: string;
  @Column('text') organisationKind: OrganisationKind;
  @Column('text') organisationId: string;
  @Column('text') organisationName: string;
  @Column('text', { array: true }) roles: Role[];
  @Column('text', { array: true }) areas: string[];
  @Column('timestamptz', { nullable: true }) actedAt: Date | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** `sub` of who ended it: the person itself, or who manages the organisation's people. */
  @Column('text', { nullable: true }) endedBy: string | null;
}
