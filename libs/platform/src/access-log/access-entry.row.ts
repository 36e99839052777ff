import type { OrganisationKind, Role, Scope } from '@qi/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One look of somebody at a firm's or a person's data. Written once, never changed. */
@Entity('access_log')
export class AccessEntryRow {
  @PrimaryColumn('uuid') id: string;
  @Column('timestamptz') at: Date;
  @Column('text') sub: string;
  @Column('text') name: string;
  @Column('text', { array: true }) roles: Role[];
  @Column('text', { nullable: true }) orgKind: OrganisationKind | null;
  @Column('text', { nullable: true }) orgId: string | null;
  @Column('text') operation: string;
  @Column('text') subjectKind: string;
  @Column('text') subjectId: string;
  @Column('text', { nullable: true }) subjectNumber: string | null;
  @Column('uuid', { nullable: true }) requestId: string | null;
  @Column('text') ownerKind: OrganisationKind;
  @Column('text') ownerId: string;
  @Column('text') role: Role;
  @Column('text') scope: Scope;
  @Column('text', { nullable: true }) area: string | null;
  /** As the actor gave it, in the header `X-Purpose`. */
  @Column('text', { nullable: true }) purpose: string | null;
}
