import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Absence, Expert } from './expert';

@Entity()
export class ExpertRow implements Expert {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') areaCode: string;
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('double precision', { nullable: true }) latitude: number | null;
  @Column('text', { array: true }) skills: string[];
  @Column('text', { array: true }) skillKeys: string[];
  @Column('text', { array: true }) industries: string[];
  @Column('text', { array: true }) areas: string[];
  @Column('integer', { array: true }) weekdays: number[];
  @Column('jsonb') absences: Absence[];
  @Column('text', { array: true }) conflicts: string[];
  @Column('integer') capacityPerWeek: number;
  @Column('boolean') active: boolean;
  @Column('text', { nullable: true }) pauseReason: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @VersionColumn() version: number;
}
