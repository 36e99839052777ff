import type { By, InstitutionStatus } from '@qi/contracts';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Institute, Site } from './institute';

@Entity()
export class InstituteRow implements Institute {
  @PrimaryColumn('uuid') id: string;
  @Column('text') uscc: string;
  @Column('text') name: string;
  @Column('text') areaCode: string;
  @Column('text') status: InstitutionStatus;
  @Column('text', { nullable: true }) statusReason: string | null;
  @Column('jsonb') sites: Site[];
  @Column('text', { array: true }) areasServed: string[];
  @Column('integer') capacityPerWeek: number;
  @Column('text', { array: true }) conflicts: string[];
  @Column('jsonb') appliedBy: By;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @VersionColumn() version: number;
}
