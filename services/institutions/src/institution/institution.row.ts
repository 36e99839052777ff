import type { By, Element, InstitutionStatus } from '@qi/contracts';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Contact, Institution, InstitutionKind, Member } from './institution';
import type { Site } from './site';

@Entity()
export class InstitutionRow implements Institution {
  @PrimaryColumn('uuid') id: string;
  @Column('text') uscc: string;
  @Column('text') name: string;
  @Column('text') kind: InstitutionKind;
  @Column('text') areaCode: string;
  @Column('text') status: InstitutionStatus;
  @Column('text', { nullable: true }) statusReason: string | null;
  @Column('jsonb') sites: Site[];
  @Column('jsonb') contacts: Contact[];
  @Column('jsonb') members: Member[];
  @Column('text', { array: true }) areasServed: string[];
  @Column('text', { array: true }) elements: Element[];
  @Column('integer') capacityPerWeek: number;
  @Column('text', { array: true }) closedDates: string[];
  @Column('text', { array: true }) conflicts: string[];
  @Column('jsonb') appliedBy: By;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @VersionColumn() version: number;
}
