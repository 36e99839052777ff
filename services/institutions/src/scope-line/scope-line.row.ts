import type { By, Scheme, ScopeLineStatus } from '@qi/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScopeLine } from './scope-line';

/** One version of one line. The current version has no `revTo`; older ones are never changed again. */
@Entity()
export class ScopeLineRow implements ScopeLine {
  @PrimaryColumn('uuid') id: string;
  @PrimaryColumn('integer') version: number;
  @Column('uuid') institutionId: string;
  @Column('uuid') siteId: string;
  @Column('text') scheme: Scheme;
  @Column('text') certNo: string;
  @Column('text', { array: true }) category: string[];
  @Column('text') object: string;
  @Column('text') objectKey: string;
  @Column('text') parameter: string;
  @Column('text') method: string;
  @Column('text') standard: string;
  @Column('text') family: string;
  @Column('integer', { nullable: true }) year: number | null;
  @Column('text', { array: true }) clauses: string[];
  @Column('text', { nullable: true }) rangeMin: string | null;
  @Column('text', { nullable: true }) rangeMax: string | null;
  @Column('text', { nullable: true }) unit: string | null;
  @Column('text', { nullable: true }) uncertainty: string | null;
  @Column('text', { nullable: true }) limitNote: string | null;
  @Column('date') validFrom: string;
  @Column('date') validTo: string;
  @Column('text') status: ScopeLineStatus;
  @Column('text', { nullable: true }) statusReason: string | null;
  @Column('jsonb') recordedBy: By;
  @Column('timestamptz') revFrom: Date;
  @Column('timestamptz', { nullable: true }) revTo: Date | null;
}
